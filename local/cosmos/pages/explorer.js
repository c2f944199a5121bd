"use strict";
const at = (id) => document.getElementById(id);
const home = "/_local/explorer";
let chosen = null;
let asked = null;

function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  made.append(...[content].flat());
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

async function call(path, body) {
  const answer = await fetch(home + path, body && { method: "POST", body: JSON.stringify(body) });
  const read = await answer.json();
  if (!answer.ok) throw new Error(read.message);
  return read;
}

function say(text, bad = false) {
  at("said").textContent = text;
  at("said").classList.toggle("bad", bad);
}

async function showTree() {
  const databases = await call("/data");
  at("tree").replaceChildren();
  for (const database of databases) {
    at("tree").append(element("h2", database.id));
    for (const container of database.containers) {
      const count = element("span", container.items.toLocaleString("en"));
      const button = element("button", [element("span", container.id), count], { type: "button" });
      button.addEventListener("click", () => choose(database.id, container, button));
      at("tree").append(button);
    }
  }
  at("tree").querySelector("button")?.click();
  if (!databases.length) at("tree").append(element("p", "Nothing here yet.", { class: "note" }));
}

function choose(database, container, button) {
  chosen = { database, container };
  for (const other of document.querySelectorAll("nav button")) other.removeAttribute("aria-current");
  button.setAttribute("aria-current", "true");
  const facts = { Items: container.items.toLocaleString("en"), "Partition key": container.key.join(", "), Ranges: container.ranges };
  const list = Object.entries(facts).map(([name, value]) => element("div", [element("dt", name), element("dd", String(value))]));
  at("about").replaceChildren(element("h2", `${database} / ${container.id}`), element("dl", list));
  at("definition").hidden = false;
  at("definition").querySelector("pre").textContent = JSON.stringify(container.definition, null, 2);
  at("ask").hidden = false;
  at("query").value = "SELECT * FROM c";
  at("key").value = "";
  run();
}

function valueAt(item, path) {
  return path.slice(1).split("/").reduce((value, name) => value?.[name.replaceAll('"', "")], item);
}

function showRow(row) {
  const isItem = row !== null && typeof row === "object" && typeof row.id === "string";
  const keys = isItem ? chosen.container.key.map((path) => valueAt(row, path)).filter((value) => value !== undefined) : [];
  const own = isItem ? Object.fromEntries(Object.entries(row).filter(([name]) => name !== "id" && !name.startsWith("_"))) : row;
  const short = JSON.stringify(own).slice(0, 300);
  const head = isItem ? [element("strong", row.id), " ", ...keys.map((key) => element("span", `${key} `)), element("code", short)] : element("code", short);
  return element("li", element("details", [element("summary", head), element("pre", JSON.stringify(row, null, 2))]));
}

async function run(continuation) {
  try {
    if (!continuation) {
      const key = at("key").value.trim();
      asked = {
        database: chosen.database, container: chosen.container.id, query: at("query").value, page: Number(at("page").value),
        key: key ? JSON.parse(key) : null,
      };
      at("rows").replaceChildren();
      at("more").hidden = true;
    }
    say("…");
    const answer = await call("/query", { ...asked, continuation });
    at("rows").append(...answer.rows.map(showRow));
    at("more").hidden = !answer.continuation;
    at("more").onclick = () => run(answer.continuation);
    const more = answer.continuation ? ", more to come" : "";
    say(`${at("rows").children.length} rows${more}; ${answer.milliseconds} ms, ${answer.estimatedCharge} RU (estimated) for the last page`);
  } catch (error) {
    say(error.message, true);
  }
}

at("ask").addEventListener("submit", (event) => { event.preventDefault(); run(); });
at("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
});
showTree().catch((error) => say(error.message, true));
