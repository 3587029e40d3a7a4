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
    /** Period of its components that name none, as it was written in the head of the text. */
    period: string | undefined;
    /** How often it has included each partial. */
    included: Map<string, number>;
    /** How it is drawn, for the texts that it includes. */
    drawing: {
      readonly components: Readonly<Record<string, unknown>>;
      readonly level: number;
      readonly condition: Parameters<typeof import('./components/left-out.ts').pruned>[1];
    };
    /** Ids of its figures that have been rendered. */
    figures: Set<string>;
  }
}
