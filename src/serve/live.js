// Reloads the page when the site was built anew, and shows what keeps it from being built. Put into pages by `clustersite serve` only.
"use strict";
(() => {
  const { revision, waiting } = document.currentScript.dataset;
  const SCROLL = "clustersite:scroll";
  const DISMISSED = "clustersite:dismissed";

  // Storage may be switched off: then the page forgets, and does all else as usual.
  const remember = (key, value) => { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* see above */ } };
  const recall = (key) => { try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; } };

  const reload = () => {
    remember(SCROLL, { address: location.href, left: scrollX, top: scrollY });
    location.reload();
  };

  const place = recall(SCROLL);
  remember(SCROLL, null);
  if (place && place.address === location.href) {
    const back = () => scrollTo({ left: place.left, top: place.top, behavior: "instant" });
    back();
    // Pictures and fonts may have moved things since.
    addEventListener("load", back, { once: true });
  }

  // The panel keeps to a shadow tree, so that the site's styles and its own don't meet. A constructed style sheet is
  // allowed under any content security policy.
  const STYLE = `
    :host { all: initial; }
    section {
      position: fixed; inset-inline: 0; inset-block-end: 0; z-index: 2147483647; box-sizing: border-box; max-block-size: 50vh;
      overflow: auto; padding: 1rem 1.25rem; direction: ltr; text-align: left; color: #1b1b1b; background: #fff4f2;
      border-block-start: 4px solid #b3261e; box-shadow: 0 0 1.5rem rgb(0 0 0 / 35%); font: 1rem/1.45 system-ui, sans-serif;
    }
    header { display: flex; gap: 1rem; align-items: start; justify-content: space-between; }
    h2 { margin: 0; font-size: 1.05rem; }
    pre { margin: 0.75rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 0.875rem/1.5 ui-monospace, monospace; }
    button { flex: none; padding: 0.25rem 0.75rem; font: inherit; color: inherit; background: #fff; border: 1px solid #8a3b35; border-radius: 4px; cursor: pointer; }
    button:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
    @media (prefers-color-scheme: dark) {
      section { color: #f3eeee; background: #2d1b1a; border-color: #f2b8b5; }
      button { background: #1b1010; border-color: #f2b8b5; }
      button:focus-visible { outline-color: #99c1f1; }
    }
    @media print { section { display: none; } }
  `;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  let host = null;
  let shown = null;

  const hide = () => {
    if (host) host.remove();
    host = null;
    shown = null;
  };

  const show = (findings) => {
    if (shown === findings) return;
    hide();
    if (recall(DISMISSED) === findings) return;
    const close = element("button", { type: "button" }, "Dismiss");
    const text = element("pre", { tabindex: "0" });
    text.textContent = findings;
    const title = element("h2", {}, "The last build failed. This is the site before it.");
    const panel = element("section", { role: "alert", lang: "en" }, element("header", {}, title, close), text);
    const dismiss = () => {
      remember(DISMISSED, findings);
      hide();
    };
    close.addEventListener("click", dismiss);
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") dismiss(); });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    host = element("div", { id: "clustersite-findings" });
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
    root.append(panel);
    document.body.append(host);
    shown = findings;
  };

  // A hidden page lets go of its connection: browsers allow six to one host, and a seventh tab would wait for ever.
  let source = null;

  const disconnect = () => {
    if (source) source.close();
    source = null;
  };

  const connect = () => {
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource("/__clustersite/events");
    source.addEventListener("message", ({ data }) => {
      const state = JSON.parse(data);
      if (state.revision !== revision) {
        disconnect();
        reload();
        return;
      }
      // The page that waits for a first site has the findings in itself.
      if (state.findings === null) remember(DISMISSED, null);
      if (state.findings === null || waiting !== undefined) hide();
      else show(state.findings);
    });
    source.addEventListener("error", () => {
      if (source && source.readyState === EventSource.CLOSED) {
        disconnect();
        setTimeout(connect, 1000);
      }
    });
  };

  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
})();
