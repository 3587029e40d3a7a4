/**
 * Longer comments beside ratings of customers who also say whether they recommend, written so that two people can
 * code them.
 */
import type { Response } from './answers.ts';
import { DAY } from './clock.ts';
import { createRandom, type Random } from './random.ts';
import { EXPORT_END, type Ticket } from './tickets.ts';

/** What a careful reader finds in a comment. */
export interface Reading {
  readonly mood: 'negative' | 'neutral' | 'positive';
  readonly moment: boolean;
  readonly emotional: boolean;
}

export interface Remark extends Reading {
  readonly text: string;
}

type Voice = 'fond' | 'plain' | 'torn' | 'cross';

const OPENINGS: readonly string[] = [
  'The person on the phone was quick and clear.',
  'Polite, patient and to the point this time.',
  'The fault was found at the first try.',
  'Somebody took the time to explain every step.',
  'My question was answered in one go.',
  'The help itself was good and easy to get.',
];

const emotional = (moment: boolean, ...texts: string[]) => texts.map((text) => ({ text, moment, emotional: true }));
const factual = (moment: boolean, ...texts: string[]) => texts.map((text) => ({ text, moment, emotional: false }));

/** By who writes: with a moment that stays in mind, and without. */
const SENTENCES: Readonly<Record<Voice, Readonly<Record<'moment' | 'none', readonly Omit<Remark, 'mood'>[]>>>> = {
  fond: {
    moment: [
      ...emotional(
        true,
        'They stayed with us until my daughter could join her lesson, and I felt truly looked after that evening.',
        'Next day they rang only to ask how my mother was, which warmed our hearts.',
        'He found our frightened cat behind the cabinet, and the whole family still laughs about that evening.',
      ),
      ...factual(true, 'They drove out in the storm that evening and had our line back before supper.'),
    ],
    none: [
      ...emotional(
        false,
        'I feel at home with this friendly local team and happily tell all my neighbours.',
        'Warm and friendly people whom I trust; I feel valued and tell my neighbours so.',
      ),
      ...factual(false, 'The line is steady, so I gladly name this local firm to neighbours who ask.'),
    ],
  },
  plain: {
    moment: [
      ...factual(true, 'I remember the visit well, as it fell on the day we moved in.'),
      ...emotional(true, 'I was nervous that day, and the calm voice at the other end is what I remember.'),
    ],
    none: factual(
      false,
      'It was about the router, nothing more to add from my side.',
      'No strong view either way; the matter took as long as it took.',
    ),
  },
  torn: {
    moment: factual(
      true,
      'But the morning the price letter came, after nine years, I compared every rival and their offers.',
    ),
    none: [
      ...factual(
        false,
        'Still, the price goes up every year, and new customers pay less than loyal ones like me.',
        'But paying more every year for the same speed is poor value, and rivals offer less expensive contracts.',
        'Yet the contract is too expensive, the price letter gave no choice, and rivals offer more speed.',
      ),
      ...emotional(false, 'Still, as an old customer I feel taken for granted every time the price goes up.'),
    ],
  },
  cross: {
    moment: emotional(true, 'I sat in the dark hall for an hour and was passed on twice, which I will not forget.'),
    none: factual(
      false,
      'Nobody knew what the last person had promised, and it took far too long.',
      'The same fault again, and again I had to tell it all from the beginning.',
    ),
  },
};

const MOODS: Readonly<Record<Voice, Reading['mood']>> = {
  fond: 'positive',
  plain: 'neutral',
  torn: 'negative',
  cross: 'negative',
};

/** Share of the writers who tell of a moment. */
const MOMENTS: Readonly<Record<Voice, number>> = { fond: 0.58, plain: 0.3, torn: 0.22, cross: 0.3 };

/** Chance that a customer writes such a comment; those whose matter came back have more to say. */
const TALKATIVE: Readonly<Record<Voice, readonly [settled: number, back: number]>> = {
  fond: [0.11, 0.23],
  plain: [0.07, 0.22],
  torn: [0.4, 0.55],
  cross: [0.09, 0.28],
};

/**
 * Comments by the number of the response that they stand beside; at most one a customer.
 *
 * Writers are customers whose every answer on recommending says the same, so that it does not matter which one is
 * compared with the comment.
 */
export function createRemarks(
  seed: number,
  responses: readonly Response[],
  tickets: readonly Ticket[],
): ReadonlyMap<string, Remark> {
  const random = createRandom(seed, 'remarks');
  const contacts = Map.groupBy(tickets, (ticket) => ticket.customer);
  const remarks = new Map<string, Remark>();
  for (const own of Map.groupBy(responses, (response) => response.customer).values()) {
    const rated = own.filter(({ ticket, csat }) => ticket !== null && csat !== null);
    const chosen = rated[random.index(Math.max(rated.length, 1))];
    const voice = chosen === undefined ? null : voiceOf(chosen, own, rated);
    if (chosen?.ticket == null || chosen.comment !== '' || voice === null) continue;
    const back = isBack(chosen.ticket, contacts.get(chosen.customer) ?? []);
    if (random.chance(TALKATIVE[voice][back ? 1 : 0])) remarks.set(chosen.id, write(random, voice));
  }
  return remarks;
}

function voiceOf(chosen: Response, own: readonly Response[], rated: readonly Response[]): Voice | null {
  const scores = own.flatMap(({ nps }) => (nps === null ? [] : [nps]));
  if (scores.length === 0) return null;
  const content = rated.every(({ csat }) => (csat as number) >= 4);
  if (content && scores.every((score) => score >= 9)) return 'fond';
  if (content && scores.every((score) => score <= 6)) return 'torn';
  if (scores.some((score) => score >= 9)) return null;
  return (chosen.csat as number) >= 3 ? 'plain' : 'cross';
}

/** Whether the case was opened again, or the customer was in touch again within seven days. */
function isBack(ticket: Ticket, contacts: readonly Ticket[]): boolean {
  const solved = ticket.resolvedAt ?? EXPORT_END;
  const again = contacts.some(
    ({ createdAt, proactive }) => !proactive && createdAt > solved && createdAt <= solved + 7 * DAY,
  );
  return ticket.reopens > 0 || again;
}

function write(random: Random, voice: Voice): Remark {
  const sentences = SENTENCES[voice][random.chance(MOMENTS[voice]) ? 'moment' : 'none'];
  const sentence = sentences[random.index(sentences.length)] as (typeof sentences)[number];
  const opening = OPENINGS[random.index(OPENINGS.length)] as string;
  const text = voice === 'fond' || voice === 'torn' ? `${opening} ${sentence.text}` : sentence.text;
  return { ...sentence, text, mood: MOODS[voice] };
}
