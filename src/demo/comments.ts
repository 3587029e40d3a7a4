/**
 * What invented customers write. Two or three short sentences each, drawn from lists.
 */
import type { Category } from './company.ts';
import type { Random } from './random.ts';

export type Subject = Category | 'relationship' | 'onboarding';

/** A comment that fits the subject and the mood. */
export function commentOn(random: Random, subject: Subject, content: boolean): string {
  const { good, bad } = DETAILS[subject];
  const detail = one(random, content ? good : bad);
  const ending = random.chance(0.5) ? ` ${one(random, content ? GOOD_ENDINGS : BAD_ENDINGS)}` : '';
  return detail + ending;
}

function one(random: Random, sentences: readonly string[]): string {
  return sentences[random.index(sentences.length)] as string;
}

const GOOD_ENDINGS: readonly string[] = [
  'Thank you.',
  'Cheers to whoever it was.',
  'Could not ask for more.',
  'That is how it should be.',
  'Pleasantly surprised, to be honest.',
];

const BAD_ENDINGS: readonly string[] = [
  'Please do better.',
  'I had expected more of a local company.',
  'Not the first time either.',
  'I am looking around now.',
  'Nobody rang back.',
];

const DETAILS: Readonly<Record<Subject, { readonly good: readonly string[]; readonly bad: readonly string[] }>> = {
  'Account and password': {
    good: [
      'Locked out on a Sunday and back in by Monday breakfast.',
      'New password came straight away.',
      'Changing the name on the account was painless.',
      'The person on the chat stayed until I was really logged in.',
    ],
    bad: [
      'Sent round in circles between the app and the website.',
      'Three reset links, all expired.',
      'The chatbot kept asking for a customer number I had already typed.',
      'Still cannot change my email address.',
    ],
  },
  'Bill or payment': {
    good: [
      'The double charge was refunded without a fuss.',
      'They explained each line of the bill.',
      'Moved my payment day, took two minutes.',
      'Found the mistake before I had finished describing it.',
    ],
    bad: [
      'Charged for a box I returned in March.',
      'The bill went up and nobody can tell me why.',
      'Promised a credit note, none came.',
      'Every person I talk to names another amount.',
    ],
  },
  'Engineer visit': {
    good: [
      'The engineer was on time, friendly and put the carpet back.',
      'Cable through the old wall without a crack. Impressive.',
      'Rang ahead, came early, tested everything twice.',
      'He explained what he did and left a number for questions.',
    ],
    bad: [
      'Took a day off work and no one came.',
      'Third appointment, third engineer, same story told again.',
      'Passed from one team to the next and each wanted the whole story.',
      'They drilled in the wrong room.',
      'The visit was moved twice by text on the same morning.',
    ],
  },
  'Moving or changing plan': {
    good: [
      'The move to our new flat went without a gap.',
      'Was offered a cheaper plan than the one I asked for.',
      'Changed the plan in one call.',
      'They waited with the switch until our builders were done.',
    ],
    bad: [
      'Two weeks without a line after moving house.',
      'The plan on the website is not the plan on the phone.',
      'Had to cancel the cancellation myself.',
      'Nobody told me the contract starts again.',
    ],
  },
  'Slow or unstable line': {
    good: [
      'Line has been steady since they swapped the cabinet port.',
      'They saw the fault from their side and rang me.',
      'Speed is back to what I pay for.',
      'Clear updates every evening until it worked.',
    ],
    bad: [
      'Drops every evening at eight.',
      'It works while they test and fails when they hang up.',
      'Paying for fibre and getting a wet string.',
      'Fourth call about the same fault.',
    ],
  },
  'Wi-Fi at home': {
    good: [
      'Moving the router one shelf up did it. Who knew.',
      'Patient with my mother, who is eighty-one.',
      'The second box in the attic works a treat.',
      'Solved in one chat, with drawings.',
    ],
    bad: [
      'Told to restart the router. Five times.',
      'Still no signal in the back bedroom.',
      'The advice was for a router I do not have.',
      'The chatbot closed the chat while I was upstairs checking the lights.',
    ],
  },
  relationship: {
    good: [
      'It simply works and I never think about it.',
      'A local company that knows the lanes here.',
      'My neighbours joined after I told them.',
      'Friendly people whenever I need them, which is seldom.',
    ],
    bad: [
      'New customers pay less than I do after nine years.',
      'The price letter was cold and came without a choice.',
      'It used to feel like our company. Now it feels like any other.',
      'Each contact is fine, yet I should not need so many of them.',
      'Promised full fibre two summers ago, still waiting.',
    ],
  },
  onboarding: {
    good: [
      'From order to working line in nine days.',
      'The offer was exactly what I got.',
      'A handwritten card with the router. Lovely.',
      'Simple form, no small print that I noticed.',
    ],
    bad: [
      'Had to chase the installation date.',
      'The router came to the old address.',
      'The offer page and the contract do not match.',
      'Nobody said the old line would be off for three days.',
    ],
  },
};

/** Cells as real exports have them: line breaks, quotes, formulas, markup, other delimiters. All harmless. */
export const HOSTILE_COMMENTS: readonly string[] = [
  'First line.\nSecond line with "quotes", and a comma.',
  '=SUM(A1)',
  '<script>alert(1)</script>',
  '+1 from me; semicolons; too',
  '@helpdesk thanks 👋🏽',
  '-- ',
  'He said ""fine"" and hung up.\r\n\r\nThen silence.',
  'Tab\there, pipe | there, back\\slash, <b>bold</b> &amp; done',
];
