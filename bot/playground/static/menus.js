// Small menus above the composer, by mouse and by keyboard: arrows move, Escape closes.

const open = new Map();

export function closeMenus() {
  for (const [menu, button] of open) {
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (menu.contains(document.activeElement)) button.focus();
  }
  open.clear();
}

export function menuButton(button, menu) {
  const items = () => [...menu.querySelectorAll("[role=menuitem]")];
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    const wasOpen = open.has(menu);
    closeMenus();
    if (wasOpen) return;
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    open.set(menu, button);
    items()[0]?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = items();
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
}

document.addEventListener("click", (event) => {
  if (![...open.keys()].some((menu) => menu.contains(event.target))) closeMenus();
});
document.addEventListener("keydown", (event) => event.key === "Escape" && closeMenus());
