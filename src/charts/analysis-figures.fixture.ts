/**
 * One invented figure of each kind of analysis: small, deterministic, as the report would hand it over.
 */
import type { AnalysisFigure } from '../report/types/analysis-figure.ts';
import { driversFigure, pairsFigure, rocFigure, waterfallFigure } from './analysis-bars.fixture.ts';
import { comments, mosaicFigure, teams } from './analysis-groups.fixture.ts';
import { changedSeries, lagFigure, survivalFigure } from './analysis-time.fixture.ts';

/** One figure of each kind. */
export function analysisFigures(): AnalysisFigure[] {
  return [
    changedSeries(),
    waterfallFigure([
      ['CSAT in 2024', 'level', 0.84],
      ['Other channels', 'change', -0.03],
      ['Worse within channels', 'change', -0.06, 0.018],
      ['Other customers', 'change', 0.01],
      ['CSAT in 2025', 'level', 0.76],
    ]),
    driversFigure([
      ['Kept informed', 0.41, 0.08, true],
      ['Solved at once', 0.27, 0.07, true],
      ['Friendliness', 0.18, 0.06, true],
      ['Ease of contact', 0.09, 0.1, false],
      ['Price', null, 0, false],
    ]),
    teams(),
    survivalFigure([
      ['Email', 28_800, 1840],
      ['Telephone', 2400, 960],
      ['Chat', 5400, 420],
    ]),
    pairsFigure('bars', [
      ['Price', 0.38, 0.09, true],
      ['Kept informed', 0.17, 0.41, true],
      ['Solved at once', 0.3, 0.27, false],
      ['Opening hours', 0.15, null, null],
      ['Friendliness of the person who answered', null, null, null],
    ]),
    rocFigure([
      ['CSAT', 2.6],
      ['Effort', 2],
      ['NPS', 1.4],
    ]),
    comments(),
    lagFigure([-0.1, 0.05, 0.12, -0.08, 0.02, 0.15, 0.21, 0.3, 0.58, 0.28, 0.1, -0.05, 0.04], 0.34),
    mosaicFigure(
      ['Detractors', 'Passives', 'Promoters'],
      [
        ['Dissatisfied', 0.22, [0.61, 0.27, 0.12]],
        ['Neither', 0.14, [0.34, 0.44, 0.22]],
        ['Satisfied', 0.64, [0.17, 0.27, 0.56]],
      ],
    ),
  ];
}
