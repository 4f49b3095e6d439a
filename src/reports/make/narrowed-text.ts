import type { FigureFacets } from '../../desk/figures/figure-filter.ts';
import type { Scene } from './scene.ts';

/** @returns what a report is narrowed by, as people say it: `channel phone, owner Sam`; empty for all. */
export function narrowedText(scene: Scene, facets: FigureFacets): string {
  const { stage, owner, channel, product, cause, severity, outcome, verdict } = facets;
  const { customer, key, late, text } = facets;
  const named: readonly (readonly [key: Parameters<Scene['say']>[0], value: string | undefined])[] =
    [
      [
        'report.narrowed.stage',
        stage?.length ? stage.map((one) => scene.say(`stage.${one}`)).join(', ') : undefined,
      ],
      ['report.narrowed.owner', owner],
      ['report.narrowed.channel', channel && scene.label('channel', channel)],
      ['report.narrowed.product', product && scene.label('product', product)],
      ['report.narrowed.cause', cause && scene.label('cause', cause)],
      ['report.narrowed.severity', severity && scene.label('severity', severity)],
      ['report.narrowed.outcome', outcome && scene.say(`choice.outcome.${outcome}`)],
      ['report.narrowed.verdict', verdict && scene.say(`choice.verdict.${verdict}`)],
      ['report.narrowed.customer', customer === undefined ? undefined : String(customer)],
      ['report.narrowed.key', key && ''],
      ['report.narrowed.late', late === undefined ? undefined : ''],
      ['report.narrowed.text', text],
    ];
  return named
    .flatMap(([message, value]) => (value === undefined ? [] : [scene.say(message, { value })]))
    .join(', ');
}
