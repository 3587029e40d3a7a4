/**
 * What a build says: our own lines as they are, warnings and errors, and of Astro's progress nothing.
 *
 * Plain JavaScript because Astro asks for it. What stops a build is left to the command line, which prints it once:
 * a mistake without the stack of the page it was found on.
 */

/** @returns {{ write(event: { label: string | null, level: string, message: string }): void }} */
export default function plainLog() {
  return {
    write({ label, level, message }) {
      if (level === 'info' && label !== 'triptych') return;
      if (/(^|: )Mistakes?: |^An unhandled error occurred while running/.test(message)) return;
      if (level === 'info') console.log(message);
      else console.error(label === null || label === 'SKIP_FORMAT' ? message : `${label}: ${message}`);
    },
  };
}
