// Brings a table to life: sorting, searching, paging, CSV. Only the rows of one page are ever in the document.
(function () {
  "use strict";
  if (window.matnb.painters.table) return;

  var fewest = 16; // rows from which a table has a search field and pages
  var style = [
    ".matnb-datatable{font:13px/1.45 system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif;width:fit-content;max-width:100%;margin:6px 0}",
    ".matnb-datatable .matnb-scroll{overflow:auto;max-height:34rem;border:1px solid color-mix(in srgb,currentColor 16%,transparent);border-radius:8px;width:fit-content;max-width:100%}",
    ".matnb-datatable table.matnb-table{border-collapse:separate;border-spacing:0;margin:0;font:inherit;font-variant-numeric:tabular-nums;border:0}",
    ".matnb-datatable .matnb-table :is(th,td){padding:5px 12px;border:0;border-bottom:1px solid color-mix(in srgb,currentColor 9%,transparent);white-space:nowrap;max-width:26rem;overflow:hidden;text-overflow:ellipsis;vertical-align:middle}",
    ".matnb-datatable .matnb-table tbody tr:last-child td{border-bottom:0}",
    ".matnb-datatable .matnb-table thead th{position:sticky;top:0;z-index:2;background:var(--matnb-paper,Canvas);font-weight:600;cursor:pointer;user-select:none;border-bottom:0}",
    ".matnb-datatable .matnb-table thead tr:last-child :is(th,td){border-bottom:1px solid color-mix(in srgb,currentColor 28%,transparent)}",
    ".matnb-datatable .matnb-summary td{color:color-mix(in srgb,currentColor 66%,transparent);font-size:11px;padding-top:0;line-height:1.3;background:var(--matnb-paper,Canvas)}",
    ".matnb-datatable .matnb-summary small{font-size:11px}",
    ".matnb-datatable .matnb-spark{display:inline-block;color:#3b8fd0;margin:0}",
    ".matnb-datatable .matnb-table tbody tr:nth-child(even){background:color-mix(in srgb,currentColor 3.5%,transparent)}",
    ".matnb-datatable .matnb-table tbody tr:nth-child(odd){background:transparent}",
    ".matnb-datatable .matnb-table tbody tr:hover{background:color-mix(in srgb,#0072b2 13%,transparent)}",
    ".matnb-datatable th .matnb-order{display:inline-block;width:0;white-space:nowrap;opacity:.75;font-size:.7em}",
    ".matnb-datatable .matnb-missing{opacity:.4}",
    ".matnb-datatable .matnb-tools{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:6px 0}",
    ".matnb-datatable .matnb-tools :is(button,input,select){font:inherit;color:inherit;background:transparent;border:1px solid color-mix(in srgb,currentColor 24%,transparent);border-radius:6px;padding:2px 9px;margin:0;height:auto;width:auto;box-shadow:none;line-height:1.5}",
    ".matnb-datatable .matnb-tools button{cursor:pointer}.matnb-datatable .matnb-tools button:disabled{opacity:.35;cursor:default}",
    ".matnb-datatable .matnb-tools option{color:CanvasText;background:Canvas}",
    ".matnb-datatable .matnb-tools input{min-width:17em}",
    ".matnb-datatable .matnb-tools .matnb-grow{flex:1}",
    ".matnb-datatable .matnb-note{opacity:.7}",
    "@media print{.matnb-datatable .matnb-tools{display:none}.matnb-datatable .matnb-scroll{max-height:none}}",
  ].join("\n");

  window.matnb.painters.table = function (box, figure) {
    return unpack(figure.content).then(function (cells) { start(box, figure.content, cells); });
  };

  function unpack(content) {
    if (!content.packed) return Promise.resolve(content.cells);
    var bytes = Uint8Array.from(atob(content.packed), function (letter) { return letter.charCodeAt(0); });
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  function start(box, content, cells) {
    if (!document.getElementById("matnb-table-style")) {
      var sheet = document.createElement("style");
      sheet.id = "matnb-table-style"; sheet.textContent = style;
      document.head.appendChild(sheet);
    }
    var state = {
      box: box, content: content, cells: cells, table: box.querySelector("table"), order: null, column: -1, down: false, page: 0, size: content.page,
      rows: Array.from({ length: content.rows }, function (_, row) { return row; }), letters: null,
    };
    state.shown = state.rows;
    state.table.parentElement.className = "matnb-scroll";
    state.table.parentElement.removeAttribute("style");
    box.style.setProperty("--matnb-paper", paperOf(box));
    var note = box.querySelector(":scope > p:last-child > i");
    if (note && content.rows >= fewest) note.parentElement.remove();
    state.table.querySelectorAll("thead tr:first-child th").forEach(function (heading, column) {
      var arrow = document.createElement("span");
      arrow.className = "matnb-order";
      heading.appendChild(arrow);
      heading.title = "Sort";
      heading.tabIndex = 0;
      heading.addEventListener("click", function () { sort(state, column); });
      heading.addEventListener("keydown", function (event) { if (event.key === "Enter") sort(state, column); });
    });
    if (content.rows >= fewest) { addTools(state); addPager(state); }
    show(state);
    keepBelow(state);
  }

  // A heading that stays must hide what scrolls under it: it takes the colour of whatever page it is on.
  function paperOf(element) {
    for (; element; element = element.parentElement) {
      var color = getComputedStyle(element).backgroundColor;
      if (color && color !== "transparent" && !/, 0\)$/.test(color)) return color;
    }
    return "Canvas";
  }

  function keepBelow(state) {
    var rows = state.table.querySelectorAll("thead tr");
    if (rows.length < 2) return;
    var height = rows[0].getBoundingClientRect().height;
    rows[1].querySelectorAll("td").forEach(function (cell) { cell.style.position = "sticky"; cell.style.top = height + "px"; cell.style.zIndex = 2; });
  }

  // A cell is null, a text, a number, or a number with its text.
  function value(state, column, row) { var cell = state.cells[column][row]; return Array.isArray(cell) ? cell[0] : cell; }

  function text(state, column, row) {
    var cell = state.cells[column][row], about = state.content.columns[column];
    if (cell == null) return "";
    if (Array.isArray(cell)) return cell[1];
    if (typeof cell !== "number") return cell;
    return about.d != null ? cell.toFixed(about.d) : String(+cell.toPrecision(6));
  }

  // Up, down, as it came. Numbers by size, texts as a reader would (Li2 before Li10); what is missing comes last either way.
  function sort(state, column) {
    if (state.column !== column) { state.column = column; state.down = false; }
    else if (!state.down) state.down = true;
    else state.column = -1;
    state.page = 0;
    apply(state);
  }

  var reader = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

  function apply(state) {
    state.shown = state.query ? state.rows.filter(state.query) : state.rows.slice();
    var column = state.column;
    if (column >= 0) {
      var about = state.content.columns[column], sign = state.down ? -1 : 1, rank = null;
      var keys = state.rows.map(function (row) { return value(state, column, row); });
      if (!about.k) { // each different text is compared once
        rank = new Map(Array.from(new Set(keys)).filter(function (key) { return key != null; }).sort(reader.compare).map(function (key, index) { return [key, index]; }));
        keys = keys.map(function (key) { return key == null ? null : rank.get(key); });
      } else keys = keys.map(function (key) { return typeof key === "number" ? key : null; });
      state.shown.sort(function (left, right) {
        var a = keys[left], b = keys[right];
        return a == null ? (b == null ? left - right : 1) : b == null ? -1 : sign * (a - b) || left - right;
      });
    }
    state.table.querySelectorAll("thead tr:first-child th").forEach(function (heading, index) {
      heading.querySelector(".matnb-order").textContent = index !== column ? "" : state.down ? "▼" : "▲";
      heading.setAttribute("aria-sort", index !== column ? "none" : state.down ? "descending" : "ascending");
    });
    show(state);
  }

  function show(state) {
    var body = document.createElement("tbody"), all = state.pager ? state.size : state.content.rows, first = state.page * all;
    state.shown.slice(first, first + all).forEach(function (row) {
      var line = body.insertRow();
      state.content.columns.forEach(function (about, column) {
        var cell = line.insertCell(), words = text(state, column, row);
        cell.style.textAlign = about.k ? "right" : "left";
        var missing = state.cells[column][row] == null;
        cell.textContent = missing ? "–" : words;
        if (missing) cell.className = "matnb-missing";
        else if (words.length > 40) cell.title = words;
      });
    });
    state.table.tBodies[0].replaceWith(body);
    if (state.pager) state.pager();
  }

  // Words found in any column, in any order; or conditions on a column of numbers.
  function query(state, typed) {
    var parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
    if (parts.length === 0) return null;
    var tests = parts.map(function (part) {
      var condition = /^([^<>=]+)(<=|>=|<|>|=)(-?[\d.]+(?:e[+-]?\d+)?)$/.exec(part), column = condition ? find(state, condition[1]) : -1;
      if (column < 0) return function (row) { return letters(state)[row].includes(part); };
      var limit = +condition[3];
      return function (row) {
        var own = value(state, column, row);
        if (typeof own !== "number") return false;
        switch (condition[2]) { case "<": return own < limit; case ">": return own > limit; case "<=": return own <= limit; case ">=": return own >= limit; default: return own === limit; }
      };
    });
    return function (row) { return tests.every(function (test) { return test(row); }); };
  }

  function find(state, name) {
    var names = state.content.columns.map(function (column) { return column.k ? column.n.toLowerCase().replace(/\s+/g, "") : ""; });
    var exact = names.indexOf(name);
    return exact >= 0 ? exact : names.findIndex(function (each) { return each.startsWith(name); });
  }

  function letters(state) {
    if (!state.letters) state.letters = state.rows.map(function (row) {
      return state.content.columns.map(function (_, column) { return text(state, column, row); }).join("\n").toLowerCase();
    });
    return state.letters;
  }

  function addTools(state) {
    var tools = document.createElement("div"), field = document.createElement("input"), timer;
    tools.className = "matnb-tools";
    field.type = "search";
    var number = state.content.columns.find(function (column) { return column.k; });
    field.placeholder = number ? "search, or " + number.n.replace(/ \(.*$/, "").replace(/\s+/g, "").toLowerCase() + ">1" : "search";
    // Classic notebooks take keys for commands unless told otherwise.
    ["keydown", "keypress", "keyup"].forEach(function (kind) { field.addEventListener(kind, function (event) { event.stopPropagation(); }); });
    field.addEventListener("focus", function () { if (window.Jupyter && window.Jupyter.keyboard_manager) window.Jupyter.keyboard_manager.disable(); });
    field.addEventListener("blur", function () { if (window.Jupyter && window.Jupyter.keyboard_manager) window.Jupyter.keyboard_manager.enable(); });
    field.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () { state.query = query(state, field.value); state.page = 0; apply(state); }, state.content.rows > 5000 ? 160 : 0);
    });
    tools.append(field, grow());
    button(tools, "copy", "Copy the rows shown by the search as tab-separated text", function (own) {
      navigator.clipboard.writeText(lines(state, "\t")).then(function () { flash(own, "copied"); }, function () { flash(own, "not allowed here"); });
    });
    button(tools, "CSV", "Save the rows shown by the search", function (own) {
      var link = document.createElement("a"), file = lines(state, ",");
      link.href = URL.createObjectURL(new Blob(["\ufeff" + file], { type: "text/csv" }));
      link.download = (state.content.title || "table").replace(/[^\p{L}\p{N}]+/gu, "-") + ".csv";
      state.box.setAttribute("data-saved", file.length);
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
      flash(own, "saved");
    });
    state.box.insertBefore(tools, state.table.parentElement);
  }

  function addPager(state) {
    var bar = document.createElement("div"), words = document.createElement("span"), sizes = document.createElement("select");
    bar.className = "matnb-tools matnb-pager";
    words.className = "matnb-note";
    function go(page) { state.page = page; show(state); state.table.parentElement.scrollTop = 0; }
    function last() { return Math.max(0, Math.ceil(state.shown.length / state.size) - 1); }
    var start = button(bar, "«", "First page", function () { go(0); }), back = button(bar, "‹", "Page before", function () { go(state.page - 1); });
    bar.append(words);
    var next = button(bar, "›", "Next page", function () { go(state.page + 1); }), end = button(bar, "»", "Last page", function () { go(last()); });
    Array.from(new Set([10, state.size, 100, 1000])).sort(function (a, b) { return a - b; }).forEach(function (size) { sizes.add(new Option(size + " rows", size, false, size === state.size)); });
    sizes.title = "Rows on a page";
    sizes.addEventListener("change", function () { state.size = +sizes.value; go(0); });
    bar.append(sizes);
    state.pager = function () {
      var count = state.shown.length, first = state.page * state.size;
      words.textContent = (count === 0 ? "no row" : (first + 1).toLocaleString("en") + "–" + Math.min(count, first + state.size).toLocaleString("en") + " of " + count.toLocaleString("en"))
        + (count < state.content.rows ? ", searched in " + state.content.rows.toLocaleString("en") : "") + (state.content.left ? " · " + state.content.left : "");
      start.disabled = back.disabled = state.page === 0;
      next.disabled = end.disabled = state.page >= last();
    };
    state.box.appendChild(bar);
  }

  function lines(state, comma) {
    function field(words) { words = String(words); return comma === "," && /[",\n\r]/.test(words) ? '"' + words.replace(/"/g, '""') + '"' : words.replace(comma === "\t" ? /[\t\n\r]+/g : /$^/, " "); }
    var rows = [state.content.columns.map(function (column) { return field(column.n); }).join(comma)];
    state.shown.forEach(function (row) {
      rows.push(state.content.columns.map(function (_, column) { var own = value(state, column, row); return own == null ? "" : field(own); }).join(comma));
    });
    return rows.join("\n") + "\n";
  }

  function button(bar, words, title, act) {
    var made = document.createElement("button");
    made.type = "button"; made.textContent = words; made.title = title;
    made.addEventListener("click", function () { act(made); });
    bar.appendChild(made);
    return made;
  }

  function flash(made, words) {
    var before = made.textContent;
    made.textContent = words;
    setTimeout(function () { made.textContent = before; }, 1200);
  }

  function grow() { var gap = document.createElement("span"); gap.className = "matnb-grow"; return gap; }

  window.matnb.settle("table");
})();
