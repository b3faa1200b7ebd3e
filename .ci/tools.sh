#!/usr/bin/env bash
# What the tests want of the system and a new machine may not have: a browser, Japanese letters, and Postfix's
# test relay and a clock that can be moved (unpacked, not installed: nobody here wants a running Postfix).
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$PWD/.tmp/tools

command -v chromium >/dev/null && fc-list 2>/dev/null | grep -q 'Noto Sans CJK JP' && has_packages=yes
[ -x "$tools/bin/smtp-sink" ] && [ -f "$tools/faketime/libfaketimeMT.so.1" ] && [ "${has_packages:-}" = yes ] && exit 0

apt-get update -qq
[ "${has_packages:-}" = yes ] ||
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    chromium fontconfig fonts-noto-cjk >/dev/null

mkdir -p "$tools/bin" "$tools/postfix"
(cd "$tools" && apt-get download -qq postfix && dpkg -x postfix_*.deb postfix && rm postfix_*.deb)
mkdir -p "$tools/faketime"
(cd "$tools/faketime" && apt-get download -qq libfaketime && dpkg -x libfaketime_*.deb . && rm libfaketime_*.deb &&
  cp usr/lib/*/faketime/libfaketimeMT.so.1 . && rm -r usr)
for program in smtp-sink smtp-source; do
  cat >"$tools/bin/$program" <<WRAPPER
#!/bin/sh
LD_LIBRARY_PATH="$tools/postfix/usr/lib/postfix" exec "$tools/postfix/usr/sbin/$program" "\$@"
WRAPPER
  chmod +x "$tools/bin/$program"
done
