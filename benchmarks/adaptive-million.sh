#!/usr/bin/env bash
# Adaptive resolution of a million nodes: 8,192 units in a binary tree by 32 classes in another, 1,032,129 nodes in all;
# once with everything large enough to open, once with about 190 persons in a unit, where six nodes in ten open.
# Prints what was opened, the seconds of the resolution, and the time of the whole command. About a minute.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

tree() {
  awk -v n="$1" -v p="$2" '
    function name(a, b) { return b - a > 1 ? p a "-" b : p a }
    function part(a, b, above) {
      print name(a, b) "," above
      if (b - a > 1) { part(a, (a + b) / 2, name(a, b)); part((a + b) / 2, b, name(a, b)) }
    }
    BEGIN { print "code,parent"; part(0, n / 2, ""); part(n / 2, n, "") }'
}
tree 8192 u >"$folder/units.csv"
tree 32 c >"$folder/classes.csv"

for persons in 50 6; do
  awk -v most="$persons" 'BEGIN {
    srand(1); print "unit,class,persons"
    for (u = 0; u < 8192; u++) {
      size = most == 50 ? 1 : exp(0.7 * sqrt(-2 * log(1 - rand())) * cos(6.283185 * rand()))
      for (c = 0; c < 32; c++) print "u" u ",c" c "," (most == 50 ? 6 + int(rand() * 44) : int(rand() * 2 * most * size))
    }
  }' >"$folder/cells.csv"
  cat >"$folder/million.yaml" <<'YAML'
cells: {file: cells.csv}
dimensions:
  - {id: unit, classes_file: units.csv}
  - {id: class, classes_file: classes.csv}
measures:
  - {id: persons, kind: frequency}
adaptive: {k: 5, units: unit, attributes: [{dimension: class}]}
YAML
  time "$home/samsyn" protect "$folder/million.yaml" --out "$folder/out.csv" --method adaptive --lang en
done
