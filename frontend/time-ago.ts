// <time-ago at="2026-11-23T12:00:00Z" lang="ru">: keeps the server's "5 мин назад" true while nobody reloads.

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const MONTH = 30 * 86_400;
const JUST_NOW = 5;

class TimeAgo extends HTMLElement {
  static observedAttributes = ['at'];
  private timer?: number;

  connectedCallback(): void {
    this.timer = window.setInterval(() => this.refresh(), 1000);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  private refresh(): void {
    const at = this.getAttribute('at');
    if (!at) {
      return;
    }
    const seconds = (Date.parse(at) - Date.now()) / 1000;
    const size = Math.abs(seconds);
    if (size < JUST_NOW || size > MONTH) {
      return;
    }
    const [unit, length] = STEPS.find(([, step]) => size >= step) ?? STEPS[STEPS.length - 1];
    const format = new Intl.RelativeTimeFormat(this.lang || 'ru', { style: 'short', numeric: 'always' });
    const prefix = this.getAttribute('prefix');
    const text = (prefix ? `${prefix} ` : '') + format.format(Math.trunc(seconds / length), unit).replace(/\.(?= |$)/g, '');
    if (text !== this.textContent) {
      this.textContent = text;
    }
  }
}

customElements.get('time-ago') ?? customElements.define('time-ago', TimeAgo);

export {};
