// Small menus, by mouse and by keyboard: arrows, Home and End move, Escape closes.

const open = new Map();

export function closeMenus() {
  for (const [menu, button] of open) {
    const within = menu.contains(document.activeElement);
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (within) button.focus();
  }
  open.clear();
}

export function menuButton(button, menu) {
  const items = () => [...menu.querySelectorAll("[role=menuitem]:not([hidden])")];
  menu.setAttribute("role", "menu");
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
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
    const all = items();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length).focus();
  });
}

document.addEventListener("click", (event) => {
  if (![...open.keys()].some((menu) => menu.contains(event.target))) closeMenus();
});
document.addEventListener("keydown", (event) => event.key === "Escape" && closeMenus());
