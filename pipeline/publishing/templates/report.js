"use strict";
(() => {
  // Everything here is an addition: without script the pages show all they have.
  for (const button of document.querySelectorAll("button[data-save]")) {
    button.hidden = false;
    button.addEventListener("click", () => save(button));
  }

  function save(button) {
    const chart = button.closest("figure").querySelector("svg");
    const shown = new Set([...chart.querySelectorAll("*")].filter((part) => getComputedStyle(part).display !== "none"));
    const parts = [...chart.querySelectorAll("*")];
    const copy = chart.cloneNode(true);
    [...copy.querySelectorAll("*")].forEach((part, i) => shown.has(parts[i]) || part.localName === "title" || part.remove());
    const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
    style.textContent = document.querySelector("style").textContent;
    copy.prepend(style);
    const file = new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = button.dataset.save + ".svg";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // Paper unfolds nothing: what is folded is printed open, and folded again behind that.
  const folded = () => document.querySelectorAll("details:not([open])");
  let unfolded = [];
  addEventListener("beforeprint", () => { unfolded = [...folded()]; unfolded.forEach((part) => { part.open = true; }); });
  addEventListener("afterprint", () => unfolded.forEach((part) => { part.open = false; }));

  const explained = document.getElementById("policy-text");
  for (const choice of document.querySelectorAll("input[name=policy]")) {
    choice.addEventListener("change", () => { explained.textContent = choice.dataset.text; });
  }

  const box = document.getElementById("search");
  if (!box) return;
  const found = document.getElementById("found");
  const told = document.getElementById("told");
  box.closest(".search").hidden = false;
  let wanted = null;
  const load = () => {
    wanted ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = "search.js";
      script.onload = () => done(window.reckonerEvents.map((row) => [`${row[0]} ${row[2]} ${row[3]}`.toLowerCase(), row]));
      script.onerror = failed;
      document.head.append(script);
    });
    return wanted;
  };
  box.addEventListener("focus", load, { once: true });
  box.addEventListener("input", async () => {
    const terms = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    const events = await load();
    const hits = terms.length ? events.filter(([text]) => terms.every((term) => text.includes(term))) : [];
    told.textContent = terms.length ? `${hits.length} ${hits.length === 1 ? "event" : "events"} found` : "";
    found.replaceChildren(...hits.slice(0, 40).map(([, row]) => item(row)));
  });

  function item([label, href, , days, figures]) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = label;
    const rest = document.createElement("div");
    rest.className = "soft";
    rest.textContent = [days, figures].filter(Boolean).join(" · ");
    line.append(link, rest);
    return line;
  }
})();
