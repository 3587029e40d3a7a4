/**
 * Names of months in the languages in which tools write their exports.
 */

/** January to December; several spellings of a month stand behind each other. */
const NAMES: Readonly<Record<string, string>> = {
  english: 'january february march april may june july august september october november december',
  german: 'januar,jänner februar märz,mär,mrz april mai juni juli august september oktober november dezember',
  french:
    'janvier,janv février,févr,fév mars avril,avr mai juin juillet,juil août septembre octobre novembre décembre,déc',
  spanish:
    'enero,ene febrero marzo abril,abr mayo junio julio agosto,ago septiembre,set octubre noviembre diciembre,dic',
  portuguese:
    'janeiro fevereiro,fev março abril maio,mai junho julho agosto setembro,set outubro,out novembro dezembro,dez',
  italian:
    'gennaio,gen febbraio marzo aprile maggio,mag giugno,giu luglio,lug agosto settembre ottobre,ott novembre dicembre,dic',
  dutch: 'januari februari maart,mrt april mei juni juli augustus september oktober november december',
  russian:
    'января,янв февраля,фев марта,мар,март апреля,апр мая,май июня,июн июля,июл августа,авг сентября,сен октября,окт ноября,ноя декабря,дек',
};

/** First letters are a name too where no other month, in any of these languages, begins with them. */
const SHORT = 3;

const MONTHS = monthsByName();

/** 1 to 12 for a name or its first letters in any of the languages, in any case; undefined for anything else. */
export function monthNumber(name: string): number | undefined {
  return MONTHS.get(name.normalize('NFC').toLowerCase());
}

function monthsByName(): ReadonlyMap<string, number> {
  const whole = Object.values(NAMES).flatMap((names) =>
    names.split(' ').flatMap((spellings, index) => spellings.split(',').map((name) => [name, index + 1] as const)),
  );
  const months = new Map(whole);
  const short = Map.groupBy(whole, ([name]) => name.slice(0, SHORT));
  for (const [letters, found] of short) {
    const numbers = new Set(found.map(([, number]) => number));
    if (!months.has(letters) && numbers.size === 1) months.set(letters, found[0]?.[1] as number);
  }
  // English writes September with four letters as well.
  months.set('sept', 9);
  return months;
}
