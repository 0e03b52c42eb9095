#!/usr/bin/env bash
# The disclosure engine on JJ files: secondary suppressions, audit and seconds of each.   benchmarks/engine-jj.sh FILE.jj...
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for file in "$@"; do
  echo "== $(basename "$file")"
  "$home/samsyn" protect "$file" --out "$folder/$(basename "$file" .jj).csv" --lang en
done
