/**
 * Marram Broadband, an invented company: what it sells, where, who answers, and when it is open.
 */

/** First and last day of the exports; the last month is not complete, as in an export made in its middle. */
export const FIRST_DATE = '2024-07-01';
export const LAST_DATE = '2026-07-12';

/** Regions. Drawn without regard to anything else: no figure differs between them but by chance. */
export const REGIONS = { Dunes: 0.22, Estuary: 0.27, Fens: 0.2, 'Harbour towns': 0.31 } as const;

export const CHANNELS = ['chatbot', 'email', 'live chat', 'phone', 'social media', 'web form'] as const;
export type Channel = (typeof CHANNELS)[number];

export const DEPARTMENTS = ['Billing', 'Help desk', 'Installations', 'Renewals', 'Sales', 'Technical support'] as const;
export type Department = (typeof DEPARTMENTS)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const STAGES = ['Discover', 'Join', 'Set up', 'Use', 'Renew'] as const;
export type Stage = (typeof STAGES)[number];

export const CATEGORIES = [
  'Account and password',
  'Bill or payment',
  'Engineer visit',
  'Moving or changing plan',
  'Slow or unstable line',
  'Wi-Fi at home',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a ticket about something looks like. */
export interface CategoryProfile {
  readonly hard: boolean;
  /** Share among the tickets that are equally hard. */
  readonly share: number;
  readonly departments: Readonly<Partial<Record<Department, number>>>;
  readonly priorities: Readonly<Record<Priority, number>>;
  /** Median open minutes from arrival to solution by email. */
  readonly work: number;
  /** Chance that the first solution does not hold, before and after the improvement of 2025 to 2026. */
  readonly failure: readonly [before: number, after: number];
  readonly stage: Stage;
  readonly touchpoint: string;
}

export const CATEGORY_PROFILES: Readonly<Record<Category, CategoryProfile>> = {
  'Account and password': {
    hard: false,
    share: 0.26,
    departments: { 'Help desk': 0.85, Billing: 0.1, 'Technical support': 0.05 },
    priorities: { low: 0.3, normal: 0.55, high: 0.12, urgent: 0.03 },
    work: 240,
    failure: [0.12, 0.03],
    stage: 'Use',
    touchpoint: 'Help',
  },
  'Bill or payment': {
    hard: false,
    share: 0.28,
    departments: { Billing: 0.8, 'Help desk': 0.2 },
    priorities: { low: 0.25, normal: 0.6, high: 0.12, urgent: 0.03 },
    work: 320,
    failure: [0.13, 0.04],
    stage: 'Use',
    touchpoint: 'Bill',
  },
  'Engineer visit': {
    hard: true,
    share: 0.45,
    departments: { Installations: 0.78, 'Technical support': 0.22 },
    priorities: { low: 0.05, normal: 0.55, high: 0.3, urgent: 0.1 },
    work: 1300,
    failure: [0.56, 0.42],
    stage: 'Set up',
    touchpoint: 'Engineer visit',
  },
  'Moving or changing plan': {
    hard: false,
    share: 0.22,
    departments: { Renewals: 0.5, Sales: 0.35, 'Help desk': 0.15 },
    priorities: { low: 0.35, normal: 0.55, high: 0.08, urgent: 0.02 },
    work: 420,
    failure: [0.14, 0.04],
    stage: 'Renew',
    touchpoint: 'Change of plan',
  },
  'Slow or unstable line': {
    hard: true,
    share: 0.55,
    departments: { 'Technical support': 0.7, Installations: 0.15, 'Help desk': 0.15 },
    priorities: { low: 0.06, normal: 0.54, high: 0.3, urgent: 0.1 },
    work: 900,
    failure: [0.55, 0.41],
    stage: 'Use',
    touchpoint: 'Repair',
  },
  'Wi-Fi at home': {
    hard: false,
    share: 0.24,
    departments: { 'Technical support': 0.6, 'Help desk': 0.4 },
    priorities: { low: 0.2, normal: 0.6, high: 0.16, urgent: 0.04 },
    work: 380,
    failure: [0.14, 0.04],
    stage: 'Use',
    touchpoint: 'Help',
  },
};

/** What new customers are asked about, one touchpoint each; hardly anybody about the offer. */
export const ONBOARDING = {
  Offer: { stage: 'Discover', department: 'Sales', share: 0.014, liking: 0.1 },
  Order: { stage: 'Join', department: 'Sales', share: 0.48, liking: 0.2 },
  Installation: { stage: 'Set up', department: 'Installations', share: 0.5, liking: -0.15 },
} as const satisfies Record<string, { stage: Stage; department: Department; share: number; liking: number }>;

/** Opening and closing minute of the day, Sunday first; null = closed. */
export const OPENING_HOURS: readonly (readonly [number, number] | null)[] = [
  null,
  [480, 1080],
  [480, 1080],
  [480, 1080],
  [480, 1080],
  [480, 1080],
  [540, 780],
];

/** Bank holidays of England within the exports. */
export const HOLIDAYS: readonly string[] = [
  '2024-08-26',
  '2024-12-25',
  '2024-12-26',
  '2025-01-01',
  '2025-04-18',
  '2025-04-21',
  '2025-05-05',
  '2025-05-26',
  '2025-08-25',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
];

/** Days on which something changed. */
export const CHANGES = {
  chatbot: '2025-01-13',
  selfService: '2025-09-01',
  notices: '2025-11-03',
  rota: '2026-02-02',
  prices: '2026-04-01',
} as const;

/** Minutes of open time promised for the first reply and for the solution. */
export const PROMISES: Readonly<Record<Priority, { readonly reply: number; readonly solution: number }>> = {
  urgent: { reply: 90, solution: 1200 },
  high: { reply: 240, solution: 2400 },
  normal: { reply: 600, solution: 3600 },
  low: { reply: 1200, solution: 6000 },
};
