/**
 * The theme about which most was changed, in a sentence and month by month.
 */

import { formatDate } from '../../../calendar/dates.ts';
import type { ActedOnTheme } from '../../../contrasts/similarities/acted-on-theme.ts';
import { closedLoop } from '../../../contrasts/similarities/closed-loop.ts';
import { isLack, type Lack } from '../../../metrics/analysis.ts';
import type { ReportContext } from '../../context.ts';
import type { ControlFigure } from '../../types/analysis-figure.ts';
import { count } from '../../wording/format.ts';
import { shareCourse } from './share-course.ts';

const ID = closedLoop.analysis.id;

export interface ThemeCourse {
  readonly sentence: string;
  readonly figure: ControlFigure | null;
}

/** Themes that too few customers stand behind are not named. */
export function themeCourse(context: ReportContext, theme: ActedOnTheme | Lack): ThemeCourse {
  const untold = (why: string) => ({
    sentence: `Whether a theme went down once something was changed about it, these data cannot tell: ${why}.`,
    figure: null,
  });
  const { config } = context;
  if (isLack(theme)) return untold(theme.lacks);
  if (theme.customers < config.minimum_base) return untold('too few customers wrote of one that was acted on');
  const named = `“${theme.name}”`;
  const course = shareCourse(context, ID, theme.months, {
    what: 'theme',
    chart: 'p',
    counts: 'comments',
    headline: {
      steady: `Comments on ${named} move no more than chance moves them`,
      up: `Comments on ${named} went up beyond the limits of chance`,
      down: `Comments on ${named} went down beyond the limits of chance`,
    },
    measure: `Share of comments on ${named}`,
  });
  if (course === null) return untold('too few months have comments enough');
  const since = formatDate(config.time_zone, theme.since);
  const said = {
    steady: 'moves no more than chance moves it',
    up: 'went up',
    down: 'went down',
  }[course.direction];
  return {
    sentence: `Most was changed about ${named}, after ${count(theme.acted, config.locale)} comments since ${since}: its share of comments ${said}.`,
    figure: course.figure,
  };
}
