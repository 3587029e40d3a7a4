/// <reference types="astro/client" />

declare module 'virtual:triptych/report' {
  /** The finished report, live: estimates are computed when a page asks for them. */
  export const report: import('./report/types/report.ts').Report;
}

declare module 'virtual:triptych/commentary' {
  /** MDX modules of the content folder by page id; a page without a file has none. */
  export const commentary: Readonly<Record<string, import('astro').MDXInstance<Record<string, unknown>> | undefined>>;
}

declare namespace App {
  interface Locals {
    /** The text whose words are being rendered, as `contrasts/focus`: set by the commentary, read by its components. */
    page: string;
    /** Ids of its claims that have been rendered. */
    claims: Set<string>;
    /** Ids of its figures that have been rendered. */
    figures: Set<string>;
  }
}
