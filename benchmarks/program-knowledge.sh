#!/bin/sh
# What an attacker gains who knows the program: all tables of 2 x 2, 2 x 3 and 3 x 3 cells with totals up to a number of
# persons are protected (k = 3) and grouped by what is published. Prints how many unsafe cells are known exactly, and how
# many are known to be below k, to who knows only what is shown and to who knows the program. About a minute.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -pl agency-agent -am -Dsamsyn.quick -Dspotless.check.skip=true -DskipTests package
java -cp "disclosure-control/target/test-classes:disclosure-control/target/classes:agency-agent/target/lib/*" \
  se.samsyn.disclosure.attack.ProgramKnowledge
