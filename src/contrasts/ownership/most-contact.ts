/**
 * The department that each customer had most to do with before saying whether they would recommend.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { DAYS_BEFORE, forEachTicketBefore, latestAnswers } from '../../metrics/experience/before-answer.ts';
import { npsAnswers } from '../../metrics/experience/nps-answers.ts';

/** Answers to the recommendation question of customers with a contact before it, in the order of the customers. */
export interface AnswersByDepartment {
  readonly names: readonly string[];
  /** Of each answer the department of most contacts, and the category of most of them, -1 = none. */
  readonly department: Int32Array;
  readonly category: Int32Array;
  readonly owner: Int32Array;
  /** 1 = promoter, 0 = passive, -1 = detractor. */
  readonly group: Int8Array;
}

/**
 * The latest answer of every customer to the recommendation question, with the department of most of the tickets that
 * the customer opened in the days before it. Of departments with equally many the one counts that had them last.
 */
export function answersByDepartment(dataset: Dataset, all: Period): AnswersByDepartment {
  const { row: answers } = latestAnswers(dataset, [all]);
  const { department, category, proactive } = dataset.tickets?.columns ?? {};
  const { values: group } = npsAnswers(dataset).sample;
  const found = { department: [] as number[], category: [] as number[], answer: [] as number[] };
  const departments = new Most(department?.values.length ?? 0);
  const categories = new Most(category?.values.length ?? 0);
  for (const answer of answers) {
    departments.clear();
    categories.clear();
    forEachTicketBefore(dataset, answer, DAYS_BEFORE, (ticket) => {
      if (proactive?.[ticket] === 1) return;
      departments.add(department?.codes[ticket] ?? -1);
      categories.add(category?.codes[ticket] ?? -1);
    });
    if (departments.code < 0) continue;
    found.department.push(departments.code);
    found.category.push(categories.code);
    found.answer.push(answer);
  }
  return {
    names: department?.values ?? [],
    department: Int32Array.from(found.department),
    category: Int32Array.from(found.category),
    owner: Int32Array.from(found.answer, (row) => dataset.responses?.customer[row] as number),
    group: Int8Array.from(found.answer, (row) => group[row] as number),
  };
}

/** Which code came most often. */
class Most {
  readonly #times: Int32Array;
  readonly #seen: number[] = [];
  code = -1;

  constructor(codes: number) {
    this.#times = new Int32Array(codes);
  }

  add(code: number): void {
    if (code < 0) return;
    this.#times[code] = (this.#times[code] as number) + 1;
    this.#seen.push(code);
    if (this.code < 0 || (this.#times[code] as number) >= (this.#times[this.code] as number)) this.code = code;
  }

  clear(): void {
    for (const code of this.#seen) this.#times[code] = 0;
    this.#seen.length = 0;
    this.code = -1;
  }
}
