/** Draws a timeline as SVG: a pure function, for the pages that are built as well as for what runs in them. */
import type { Arrow, Lane, Place, Span, Timeline, Turn } from './model';

export interface Look {
  /** What the horizontal axis counts. */
  readonly axis: 'steps' | 'time';
  /** The width of a step in pixels; along time, of a thousandth of the whole. */
  readonly zoom: number;
  /** The index of the turn that is looked at, or null. */
  readonly turn: number | null;
}

/** The two halves of the picture, which stand side by side: the names stay where they are when the chart is scrolled. */
export interface Picture {
  readonly names: string;
  readonly chart: string;
  readonly width: number;
  readonly height: number;
  readonly namesWidth: number;
}

/** Two lines: how long the loop has slept, which is often wider than its room, and below it the numbers of the turns. */
const HEAD = 34;
const MARGIN = 10;
const FONT = 'font: 12px ui-sans-serif, system-ui, sans-serif';

/** Colours may be set by the page; those given here hold where the picture stands alone. */
const STYLE = `<style>
.tl text { ${FONT}; fill: var(--tl-text, #1f2328) }
.tl .run { fill: var(--tl-run, #1a5fb4) }
.tl .ready { fill: var(--tl-ready, #e5a50a); opacity: .75 }
.tl .wait { fill: var(--tl-wait, #9a9996); opacity: .55 }
.tl .life { stroke: var(--tl-line, #c0bfbc) }
.tl .turn { fill: var(--tl-turn, #77767b); opacity: .08 }
.tl .turn.now { opacity: .3 }
.tl .sleep { fill: var(--tl-muted, #5e5c64); ${FONT.replace('12px', '10px')} }
.tl .create { stroke: var(--tl-create, #77767b); stroke-dasharray: 2 2 }
.tl .wake { stroke: var(--tl-wake, #26835a) }
.tl .cancel { stroke: var(--tl-cancel, #c01c28) }
.tl .create, .tl .wake, .tl .cancel { fill: none; stroke-width: 1.25 }
.tl .exception, .tl .cancelled { stroke: var(--tl-cancel, #c01c28); stroke-width: 2 }
.tl .result { stroke: var(--tl-run, #1a5fb4); stroke-width: 2 }
.tl .background { fill: var(--tl-background, #fff) }
</style>`;

/** The height of a row: smaller when there are many. */
export function rowHeight(lanes: number): number {
  return lanes <= 20 ? 26 : lanes <= 60 ? 18 : lanes <= 150 ? 12 : 8;
}

export function draw(timeline: Timeline, look: Look): Picture {
  const pen = new Pen(timeline, look);
  const { width, height, namesWidth } = pen;
  const open = (wide: number) =>
    `<svg class="tl" xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${height}" viewBox="0 0 ${wide} ${height}"`;
  return {
    names: `${open(namesWidth)} aria-hidden="true">${STYLE}${pen.names()}</svg>`,
    chart: `${open(width)} role="img" aria-label="${escape(describe(timeline))}">${STYLE}${pen.chart()}</svg>`,
    width,
    height,
    namesWidth,
  };
}

/** The whole picture in one file, to keep. */
export function drawWhole(timeline: Timeline, look: Look): string {
  const pen = new Pen(timeline, look);
  const wide = pen.width + pen.namesWidth;
  return [
    `<svg class="tl" xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${pen.height}"`,
    ` viewBox="0 0 ${wide} ${pen.height}" role="img" aria-label="${escape(describe(timeline))}">`,
    `${STYLE}<rect class="background" width="${wide}" height="${pen.height}"/>`,
    `${pen.names()}<g transform="translate(${pen.namesWidth} 0)">${pen.chart()}</g></svg>\n`,
  ].join('');
}

/** What the picture shows, in words. */
export function describe({ lanes, turns, begin, end }: Timeline): string {
  const tasks = lanes.length - 1;
  return `Timeline of ${tasks} ${tasks === 1 ? 'task' : 'tasks'} in ${turns.length} turns, ${seconds(end - begin)}`;
}

/** A duration for people. */
export function seconds(value: number): string {
  if (value >= 1) return `${trimmed(value, 2)} s`;
  if (value >= 0.001) return `${trimmed(value * 1000, 1)} ms`;
  return `${trimmed(value * 1e6, 0)} µs`;
}

function trimmed(value: number, digits: number): string {
  return value.toFixed(digits).replace(/\.?0+$/, (zeros) => (zeros.includes('.') ? '' : zeros));
}

class Pen {
  readonly #timeline: Timeline;
  readonly #look: Look;
  readonly #row: number;
  readonly width: number;
  readonly height: number;
  readonly namesWidth: number;

  constructor(timeline: Timeline, look: Look) {
    this.#timeline = timeline;
    this.#look = look;
    this.#row = rowHeight(timeline.lanes.length);
    this.height = HEAD + this.#row * timeline.lanes.length + MARGIN;
    this.width = Math.ceil(this.#along(timeline.steps, timeline.end)) + 2 * MARGIN;
    const longest = Math.max(...timeline.lanes.map(({ name }) => name.length));
    this.namesWidth = Math.min(Math.max(60, longest * 7 + 16), 180);
  }

  names(): string {
    if (this.#row < 12) return '';
    return this.#timeline.lanes
      .map((lane, index) => {
        const shown = lane.name.length > 22 ? `${lane.name.slice(0, 21)}…` : lane.name;
        const title = lane.coro === '' ? 'callbacks of the loop' : `${lane.name}: ${lane.coro}`;
        return `<text x="8" y="${this.#middle(index) + 4}">${escape(shown)}<title>${escape(title)}</title></text>`;
      })
      .join('');
  }

  chart(): string {
    const { turns, lanes, arrows } = this.#timeline;
    return [
      turns.map((turn, index) => this.#turn(turn, index)).join(''),
      lanes.map((lane, index) => this.#lane(lane, index)).join(''),
      arrows.map((arrow) => this.#arrow(arrow)).join(''),
    ].join('');
  }

  #along(step: number, time: number): number {
    const { axis, zoom } = this.#look;
    if (axis === 'steps') return step * zoom;
    const { begin, end } = this.#timeline;
    return end === begin ? 0 : ((time - begin) / (end - begin)) * 1000 * zoom;
  }

  #x({ step, time }: Place): number {
    return round(MARGIN + this.#along(step, time));
  }

  #middle(index: number): number {
    return HEAD + this.#row * (index + 0.5);
  }

  #turn(turn: Turn, index: number): string {
    const x = this.#x(turn.from);
    const wide = Math.max(this.#x(turn.to) - x, 2);
    const now = this.#look.turn === index ? ' now' : '';
    const title = `turn ${turn.number}: ${turn.ready.length} ready, at ${seconds(turn.from.time - this.#timeline.begin)}`;
    const parts = [
      `<g data-turn="${index}"><rect class="turn${now}" x="${x}" y="0" width="${round(wide)}" height="${this.height}">`,
      `<title>${escape(title)}</title></rect>`,
    ];
    if (wide > 18) parts.push(`<text x="${x + 3}" y="25">${turn.number}</text>`);
    if (turn.slept >= 0.0005 && this.#look.axis === 'steps') {
      parts.push(`<text class="sleep" x="${x - 4}" y="11" text-anchor="end">${seconds(turn.slept)}</text>`);
    }
    parts.push('</g>');
    return parts.join('');
  }

  #lane(lane: Lane, index: number): string {
    const y = this.#middle(index);
    const from = this.#x(lane.from);
    const to = lane.to === null ? from : this.#x(lane.to);
    const line = `<line class="life" x1="${from}" y1="${y}" x2="${to}" y2="${y}"/>`;
    return line + lane.spans.map((span) => this.#span(lane, span, y)).join('') + this.#outcome(lane, to, y);
  }

  #span(lane: Lane, span: Span, y: number): string {
    const x = this.#x(span.from);
    const wide = Math.max(this.#x(span.to) - x, span.kind === 'run' ? 2 : 0);
    if (wide === 0) return '';
    const tall = this.#row * { run: 0.64, ready: 0.3, wait: 0.16 }[span.kind];
    const title = `${lane.name} ${sayings[span.kind]}${span.text === '' ? '' : ` ${span.text}`}, ${seconds(span.to.time - span.from.time)}`;
    return [
      `<rect class="${span.kind}" x="${x}" y="${round(y - tall / 2)}" width="${round(wide)}" height="${round(tall)}" rx="1.5">`,
      `<title>${escape(title)}</title></rect>`,
    ].join('');
  }

  /** A stroke where a task ends; a cross if it ended by an exception or was cancelled. */
  #outcome(lane: Lane, x: number, y: number): string {
    if (lane.outcome === null) return '';
    const arm = this.#row * 0.36;
    const path =
      lane.outcome === 'result'
        ? `M${x} ${y - arm}V${y + arm}`
        : `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x - arm} ${y + arm}L${x + arm} ${y - arm}`;
    const how = lane.exception === null ? lane.outcome : `${lane.outcome}: ${lane.exception}`;
    return `<path class="${lane.outcome}" d="${path}"><title>${escape(`${lane.name} ends: ${how}`)}</title></path>`;
  }

  #arrow({ kind, at, from, to }: Arrow): string {
    const x = this.#x(at);
    const start = this.#middle(from);
    const end = this.#middle(to);
    const down = end > start ? 1 : -1;
    const tip = end - down * this.#row * 0.2;
    const names = `${this.#timeline.lanes[from]?.name ?? ''} ${arrowSayings[kind]} ${this.#timeline.lanes[to]?.name ?? ''}`;
    const path = `M${x} ${start}V${round(tip)}m-3 ${-4 * down}l3 ${4 * down}l3 ${-4 * down}`;
    return `<path class="${kind}" d="${path}"><title>${escape(names)}</title></path>`;
  }
}

const sayings = { run: 'runs', ready: 'is ready', wait: 'waits for' } as const;
const arrowSayings = { create: 'makes', wake: 'wakes', cancel: 'cancels' } as const;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
