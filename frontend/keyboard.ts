// The keys that work on every screen: "/" filter, "?" key map, "J"/"K" rows, "Esc" back. Never the only way.

const typing = (event: KeyboardEvent): boolean =>
  event.composedPath().some((target) => {
    const element = target as HTMLElement;
    return element.tagName === 'INPUT' || element.tagName === 'TEXTAREA' || element.isContentEditable === true;
  });

const inDialog = (): boolean =>
  document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-menu-bar-overlay') !== null;

const marked = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-key="${name}"]`);

function moveRow(down: boolean): void {
  const grid = document.querySelector<HTMLElement>('vaadin-grid');
  if (!grid) {
    return;
  }
  if (!grid.contains(document.activeElement)) {
    grid.shadowRoot?.querySelector<HTMLElement>('tbody [tabindex="0"]')?.focus();
    return;
  }
  const cell = grid.shadowRoot?.activeElement ?? grid;
  cell.dispatchEvent(
    new KeyboardEvent('keydown', { key: down ? 'ArrowDown' : 'ArrowUp', bubbles: true, composed: true }),
  );
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event) || inDialog()) {
    return;
  }
  // the physical key, so that J and K work on a Russian layout as well
  if (event.key === '/' || event.code === 'NumpadDivide') {
    const filter = marked('filter');
    if (filter) {
      event.preventDefault();
      filter.focus();
    }
  } else if (event.key === '?') {
    marked('map')?.click();
  } else if (event.key === 'Escape') {
    marked('back')?.click();
  } else if (event.code === 'KeyJ' || event.code === 'KeyK') {
    moveRow(event.code === 'KeyJ');
  }
});

export {};
