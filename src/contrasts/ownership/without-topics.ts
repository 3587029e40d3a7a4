/**
 * Outcomes with what is due to the topics of cases taken off.
 */

/** Rounds of taking departments and topics off in turn; far more than a table of a few dozen cells needs. */
const MOST_ROUNDS = 500;
const SETTLED = 1e-10;

/**
 * Each value less the effect of its topic, as least squares know it from departments that see several topics: what
 * departments differ by within topics stays.
 *
 * @param department of each value, from 0 to `departments` − 1.
 * @param topic of each value, from 0 to `topics` − 1.
 * @returns null where no two departments share a topic directly or by way of others: then nothing can be told apart.
 */
export function withoutTopics(
  values: Float64Array,
  department: Int32Array,
  topic: Int32Array,
  departments: number,
  topics: number,
): Float64Array | null {
  const n = new Float64Array(departments * topics);
  const sum = new Float64Array(departments * topics);
  for (let at = 0; at < values.length; at++) {
    const cell = (department[at] as number) * topics + (topic[at] as number);
    n[cell] = (n[cell] as number) + 1;
    sum[cell] = (sum[cell] as number) + (values[at] as number);
  }
  if (!isConnected(n, departments, topics)) return null;
  const ofDepartment = new Float64Array(departments);
  const ofTopic = new Float64Array(topics);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    refit(ofDepartment, ofTopic, (at, other) => at * topics + other);
    if (refit(ofTopic, ofDepartment, (at, other) => other * topics + at) < SETTLED) break;
  }
  return values.map((value, at) => value - (ofTopic[topic[at] as number] as number));

  /** The mean of what the other effects leave, and the largest step from the effects before. */
  function refit(effects: Float64Array, others: Float64Array, cellOf: (at: number, other: number) => number): number {
    let step = 0;
    for (let at = 0; at < effects.length; at++) {
      let rows = 0;
      let left = 0;
      for (let other = 0; other < others.length; other++) {
        const cell = cellOf(at, other);
        rows += n[cell] as number;
        left += (sum[cell] as number) - (n[cell] as number) * (others[other] as number);
      }
      if (rows === 0) continue;
      step = Math.max(step, Math.abs(left / rows - (effects[at] as number)));
      effects[at] = left / rows;
    }
    return step;
  }
}

/** Whether every department that has values can be reached from every other by topics that they share. */
function isConnected(n: Float64Array, departments: number, topics: number): boolean {
  const has = (department: number, topic: number) => (n[department * topics + topic] as number) > 0;
  const topicsOf = (department: number) =>
    Array.from({ length: topics }, (_, topic) => topic).filter((topic) => has(department, topic));
  const left = new Set(
    Array.from({ length: departments }, (_, department) => department).filter(
      (department) => topicsOf(department).length > 0,
    ),
  );
  const [first] = left;
  const queue = first === undefined ? [] : [first];
  left.delete(first as number);
  for (let department = queue.pop(); department !== undefined; department = queue.pop()) {
    for (const topic of topicsOf(department)) {
      for (const other of left) {
        if (!has(other, topic)) continue;
        left.delete(other);
        queue.push(other);
      }
    }
  }
  return left.size === 0;
}
