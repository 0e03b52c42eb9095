#!/bin/sh
# What can be shown of the same joint tables in open and sealed collection and by the default rules of others, and
# whether the sealed collection keeps its promises; writes docs/utility.md. Seeds are fixed: the file is always the same.
# SCENES=1000 for each setting, OPEN=60 agency tables of open collection for each setting.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -pl agency-agent -am -Dsamsyn.quick -Dspotless.check.skip=true -DskipTests package
made=$(mktemp)
trap 'rm -f "$made"' EXIT
cat > "$made" <<'TEXT'
# What can be shown

Made by `benchmarks/utility.sh` from fixed seeds, in about three minutes; do not edit. Shares in per cent of 15 municipalities, and of
their 90 cells by sex and age group (3), as in the demo's tables; k = 5, t = 1. What is expected of a municipality is log-normal with
sigma 0.7 (and the given mean), its children are Poisson around that; of three agencies one has half of the children, one three tenths, one
a fifth, of more each has as many.

- **alone**: the exact count of this municipality, or cell. **group**: only the exact count of a group of municipalities, or cells, of so
  many on average. **interval**: bounds. **altered**: another number than the true one, by so much on average (where the rule's
  numbers are published). **nothing**: no number.
- **small**: a true joint count of 1-4 that is shown, or that follows from the others by subtraction. It is the price, and not a good.
- **open**: each agency protects its own table by Samsyn's engine, complementary suppression included; what is hidden adds the bounds that
  its published cells leave. Joint cells are added up as in a joint table. The few cells that are exact at small means are zeros mostly.
- **sealed**: the adaptive walk, which needs no complementary suppression. The tree of municipalities is in the order of what is
  expected of them (which everybody knows) and halved by number, or (*likeliest tree*) split where the most can be expected to open, from 400 other
  scenes. The classes: sex, then the two younger age groups together, then each.
- **The others**: their default rules as far as they are published, on each agency's table, or on the joint one where it is said. What is
  not published (their noise beyond that, limits on queries) is not there. None does complementary suppression. *joint* needs
  somebody who sees every small cell. DataSHIELD is asked for the whole table by sex and age; SHRINE's "10 or fewer" of one agency makes the
  sum an interval.

## Promises of the sealed collection

Three agencies, 20 children a municipality. The command fails when fewer than 80 % are opened alone, or a child is in no group, or a node leaves
an agency with 1-5 other children (tried with the counts themselves, not the rule).

TEXT
java --enable-native-access=ALL-UNNAMED \
  -cp "agency-agent/target/test-classes:agency-agent/target/classes:agency-agent/target/lib/*" \
  se.samsyn.agent.utility.UtilityBenchmark 1 "${SCENES:-1000}" "${OPEN:-60}" >> "$made"
cat "$made" > docs/utility.md
