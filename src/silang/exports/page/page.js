(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const has = (element, name, value) => (element.dataset[name] || "").split(" ").includes(value);
  const make = (tag, name, text) => Object.assign(document.createElement(tag), { className: name || "", textContent: text || "" });

  for (const choice of all("input[name=lang]")) {
    const follow = () => { if (choice.checked) document.documentElement.lang = choice.value; };
    choice.addEventListener("change", follow);
    follow();
  }
  const unfold = () => all("details.rest:not([open])").forEach((details) => { details.open = true; details.dataset.shut = ""; });
  const fold = () => all("details[data-shut]").forEach((details) => { details.open = false; delete details.dataset.shut; });
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", fold);

  const filter = document.getElementById("filter");
  if (filter) {
    filter.parentElement.hidden = false;
    const rows = all(".events tbody tr").map((row) => [row, row.textContent.toLocaleLowerCase()]);
    filter.addEventListener("input", () => {
      const wanted = filter.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      const single = document.getElementById("show-single");
      if (single && wanted.length) single.checked = true;
      for (const [row, text] of rows) row.hidden = !wanted.every((word) => text.includes(word));
    });
  }

  const panes = all(".pane");
  const dock = document.getElementById("dock");
  if (!panes.length || !dock) return;
  const runs = all(".s");
  const wide = matchMedia("(min-width: 60rem)");

  const picks = all(".pick button");
  const shown = () => panes.filter((pane) => !pane.hidden);
  const show = (pane, on) => {
    pane.hidden = !on;
    const pick = picks.find((button) => button.value === pane.id);
    if (pick) pick.setAttribute("aria-pressed", String(on));
  };
  if (picks.length) {
    picks[0].parentElement.hidden = false;
    panes.forEach((pane, number) => show(pane, number < 2));
    picks.forEach((button) => button.addEventListener("click", () => {
      const pane = document.getElementById(button.value);
      if (pane.hidden || shown().length > 1) show(pane, pane.hidden);
    }));
  }
  const size = () => panes.forEach((pane) => {
    const body = pane.querySelector(".body");
    body.classList.toggle("tall", wide.matches);
    if (wide.matches) body.tabIndex = 0; else body.removeAttribute("tabindex");
  });
  wide.addEventListener("change", size);
  size();

  const points = (run) => (run.dataset.p || "").split(" ").filter(Boolean);
  const kin = (run) => { const of = points(run); return runs.filter((other) => of.some((point) => has(other, "p", point))); };
  const light = (run, on) => kin(run).forEach((other) => other.classList.toggle("hot", on));
  for (const run of runs) {
    if (!points(run).length) continue;
    run.addEventListener("mouseenter", () => light(run, true));
    run.addEventListener("mouseleave", () => light(run, false));
    run.addEventListener("focus", () => light(run, true));
    run.addEventListener("blur", () => light(run, false));
    run.addEventListener("click", (event) => { event.preventDefault(); choose(run); });
  }

  let chosen = null;
  const bring = (run, smooth) => {
    const pane = run.closest(".pane");
    if (pane.hidden) show(pane, true);
    const body = pane.querySelector(".body");
    if (body.classList.contains("tall")) {
      body.scrollTo({ top: run.offsetTop - body.offsetTop - body.clientHeight / 3, behavior: smooth ? "smooth" : "auto" });
    }
  };
  const clear = () => { runs.forEach((run) => run.classList.remove("chosen")); };
  const wording = (pane, statement) => {
    const item = make("li");
    item.append(pane.querySelector(".key").cloneNode(true));
    const link = make("a", "words");
    link.href = "#" + statement;
    link.lang = pane.querySelector(".body").lang;
    link.textContent = runs.filter((run) => has(run, "s", statement)).map((run) => run.textContent).join("").replace(/\s+/g, " ").trim();
    item.append(link);
    return item;
  };
  const choose = (run) => {
    clear();
    chosen = run;
    const family = kin(run);
    family.forEach((other) => other.classList.add("chosen"));
    for (const pane of shown()) {
      const there = family.find((other) => other.closest(".pane") === pane);
      if (there && pane !== run.closest(".pane")) bring(there, true);
    }
    const list = dock.querySelector("ul");
    list.replaceChildren();
    for (const point of points(run)) {
      const row = document.getElementById(point);
      if (row) {
        const head = make("li", "head");
        head.append(row.querySelector(".relation").cloneNode(true), make("strong", "small", row.querySelector(".label").textContent));
        list.append(head);
      }
      for (const link of row ? all("a[href^='#s']", row) : []) {
        const statement = link.hash.slice(1);
        const there = runs.find((other) => has(other, "s", statement));
        if (there) list.append(wording(there.closest(".pane"), statement));
      }
    }
    dock.hidden = false;
  };
  const close = () => { dock.hidden = true; clear(); if (chosen) chosen.focus({ preventScroll: true }); chosen = null; };
  dock.querySelector("button").addEventListener("click", close);

  const arrive = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const run = target && target.closest(".s");
    if (!run) return;
    const pane = run.closest(".pane");
    if (pane.hidden) show(pane, true);
    clear();
    runs.filter((other) => has(other, "s", target.id)).forEach((other) => other.classList.add("chosen"));
    bring(run, false);
    run.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", arrive);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#s']");
    if (link && !link.classList.contains("s") && link.hash === location.hash) arrive();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !dock.hidden) close();
    const run = document.activeElement;
    if (!["ArrowLeft", "ArrowRight"].includes(event.key) || !run.classList.contains("s") || event.altKey || event.ctrlKey || event.metaKey) return;
    const family = kin(run);
    const homes = [...new Set(family.map((other) => other.closest(".pane")))];
    if (homes.length < 2) return;
    event.preventDefault();
    const step = event.key === "ArrowRight" ? 1 : homes.length - 1;
    const home = homes[(homes.indexOf(run.closest(".pane")) + step) % homes.length];
    const next = family.find((other) => other.closest(".pane") === home && other.tabIndex >= 0);
    if (!next) return;
    bring(next, true);
    next.focus();
    if (!dock.hidden) choose(next);
  });
  arrive();
})();
