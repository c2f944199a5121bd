// Reads {schema, queries} from stdin, writes what Microsoft's parser says against each query. The package is two scripts for a browser.
const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm");

const folder = path.join(process.cwd(), "node_modules", "@kusto", "language-service-next");
for (const name of ["bridge.min.js", "Kusto.Language.Bridge.min.js"])
  vm.runInThisContext(fs.readFileSync(path.join(folder, name), "utf8"), { filename: name });

const { schema, queries } = JSON.parse(fs.readFileSync(0, "utf8"));
const { Symbols, GlobalState, KustoCode } = Kusto.Language;
const shape = (columns) => `(${Object.entries(columns).map(([name, kind]) => `${name}: ${kind}`).join(", ")})`;
const tables = Object.entries(schema).map(([name, columns]) => new Symbols.TableSymbol.$ctor7(name, shape(columns), null));
const globals = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor3("workspace", null, tables, false));

const said = Object.entries(queries).map(([name, text]) => {
  const found = KustoCode.ParseAndAnalyze(text, globals).GetDiagnostics();
  return [name, Array.from({ length: found.Count }, (_, at) => found.getItem(at)).map((one) => `${one.Code}: ${one.Message}`)];
});
console.log(JSON.stringify(Object.fromEntries(said)));
