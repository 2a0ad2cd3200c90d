// <chart-canvas content="{…}">: draws what ChartCanvas.java says with Chart.js, in the colours of the theme,
// and keeps the same numbers as a table for those who do not see the picture.

import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';

Chart.register(
  ArcElement, BarController, BarElement, CategoryScale, DoughnutController, Filler, Legend, LinearScale,
  LineController, LineElement, PointElement, Tooltip,
);

interface Series { name: string; tone: string; values: (number | null)[] }
interface Content {
  kind: 'line' | 'bar' | 'stacked-bar' | 'doughnut';
  label: string;
  locale: string;
  data: { labels: string[]; series: Series[] };
}

const TONES: Record<string, string> = {
  GOOD: '--chart-good', BAD: '--chart-bad', WARN: '--chart-warn', BUSY: '--lumo-primary-color',
  INFO: '--lumo-primary-color', WAITING: '--lumo-contrast-50pct', QUIET: '--lumo-contrast-30pct',
};

class ChartCanvas extends HTMLElement {
  private readonly canvas = document.createElement('canvas');
  private readonly table = document.createElement('table');
  private readonly probe = document.createElement('i');
  private readonly themeWatch = new MutationObserver(() => this.draw());
  private readonly systemTheme = window.matchMedia('(prefers-color-scheme: dark)');
  private readonly redraw = (): void => this.draw();
  // drawn only into a place that has a size: styles may come after the element
  private readonly sizeWatch = new ResizeObserver(() => (this.chart ? this.chart.resize() : this.draw()));
  private chart?: Chart;
  private shown?: Content;

  set content(json: string) {
    this.shown = JSON.parse(json) as Content;
    this.draw();
  }

  connectedCallback(): void {
    this.table.className = 'chart-table';
    this.canvas.setAttribute('aria-hidden', 'true');
    this.probe.hidden = true;
    this.append(this.canvas, this.table, this.probe);
    this.themeWatch.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style'] });
    this.systemTheme.addEventListener('change', this.redraw);
    this.sizeWatch.observe(this);
    this.draw();
  }

  disconnectedCallback(): void {
    this.themeWatch.disconnect();
    this.sizeWatch.disconnect();
    this.systemTheme.removeEventListener('change', this.redraw);
    this.chart?.destroy();
    this.chart = undefined;
  }

  // a canvas does not know light-dark(): let the browser resolve the token on an element
  private colour(token: string): string {
    this.probe.style.color = `var(${token})`;
    return getComputedStyle(this.probe).color;
  }

  private draw(): void {
    if (!this.shown || !this.isConnected) {
      return;
    }
    this.describe(this.shown);
    this.chart?.destroy();
    this.chart = undefined;
    if (this.clientWidth > 0 && this.clientHeight > 0) {
      this.chart = new Chart(this.canvas, this.configuration(this.shown));
    }
  }

  private configuration({ kind, data, locale }: Content): ChartConfiguration {
    const text = this.colour('--lumo-secondary-text-color');
    const ring = kind === 'doughnut';
    const stacked = kind === 'stacked-bar';
    const scale = { stacked, ticks: { color: text }, border: { display: false } };
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    return {
      type: ring ? 'doughnut' : kind === 'line' ? 'line' : 'bar',
      data: ring ? this.ring(data) : { labels: data.labels, datasets: data.series.map((one) => this.row(one, kind === 'line')) },
      options: {
        locale, responsive: true, maintainAspectRatio: false, animation: calm ? false : { duration: 200 },
        interaction: ring ? undefined : { mode: 'index', intersect: false },
        plugins: {
          legend: {
            display: ring || data.series.length > 1, position: ring ? 'right' : 'bottom',
            labels: { color: text, boxWidth: 10, boxHeight: 10 },
          },
        },
        scales: ring ? {} : {
          x: { ...scale, grid: { display: false } },
          y: { ...scale, beginAtZero: true, grid: { color: this.colour('--lumo-contrast-10pct') } },
        },
      },
    } as ChartConfiguration;
  }

  private row({ name, tone, values }: Series, line: boolean): object {
    const colour = this.colour(TONES[tone] ?? TONES.INFO);
    return {
      label: name, data: values, backgroundColor: colour, borderColor: colour, borderWidth: line ? 2 : 0, borderRadius: 2,
      pointRadius: 0, pointHitRadius: 8, tension: 0.2, maxBarThickness: 28,
    };
  }

  private ring({ series }: Content['data']): object {
    return {
      labels: series.map((one) => one.name),
      datasets: [{
        data: series.map((one) => one.values[0] ?? 0),
        backgroundColor: series.map((one) => this.colour(TONES[one.tone] ?? TONES.INFO)),
        borderColor: this.colour('--lumo-base-color'),
      }],
    };
  }

  private describe({ label, data, locale }: Content): void {
    const number = new Intl.NumberFormat(locale);
    const row = (tag: string, cells: string[]): HTMLTableRowElement => {
      const line = document.createElement('tr');
      cells.forEach((cell) => (line.appendChild(document.createElement(tag)).textContent = cell));
      return line;
    };
    const caption = document.createElement('caption');
    caption.textContent = label;
    this.table.replaceChildren(
      caption,
      row('th', ['', ...data.series.map((one) => one.name)]),
      ...data.labels.map((name, at) =>
        row('td', [name, ...data.series.map(({ values }) => (values[at] == null ? '—' : number.format(values[at]!)))]),
      ),
    );
  }
}

customElements.get('chart-canvas') ?? customElements.define('chart-canvas', ChartCanvas);

export {};
