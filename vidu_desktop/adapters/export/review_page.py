"""The page of a review packet: one HTML file that makes no requests to any network.

Names, prompts and notes are in it as JSON that can't end a tag, and are only shown as text. The page's policy allows no
scripts, styles or addresses except its own.
"""

import base64
import hashlib
import html
import json
from collections.abc import Mapping

_STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 0 auto; padding: 24px; max-width: 860px; }
header { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; position: sticky; top: 0; padding: 12px 0;
  background: Canvas; border-bottom: 1px solid GrayText; z-index: 1; }
header label { flex: 1; min-width: 180px; }
h1 { font-size: 22px; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 0; }
section { padding: 24px 0; border-bottom: 1px solid GrayText; }
video { width: 100%; max-height: 70vh; background: #000; margin: 10px 0; }
.faint { opacity: .75; font-size: 13px; white-space: pre-wrap; }
fieldset { border: 0; padding: 0; margin: 8px 0; display: flex; gap: 16px; }
input[type=text], textarea { width: 100%; box-sizing: border-box; font: inherit; padding: 6px 8px; }
ul { list-style: none; padding: 0; margin: 8px 0; }
li { display: flex; gap: 8px; margin: 6px 0; }
li input[type=text] { flex: 1; width: auto; }
button { font: inherit; padding: 6px 12px; cursor: pointer; }
"""

SCRIPT = r"""
'use strict';
function timecode(seconds) {
  const minutes = Math.floor(seconds / 60);
  return minutes + ':' + (seconds - 60 * minutes).toFixed(2).padStart(5, '0');
}
function frameAt(seconds, fps) {
  return Math.floor(seconds * fps + 1e-3) + 1;
}
function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
function answersOf(packet, state) {
  return {
    schema: 'vidu-desktop/review-answers',
    title: packet.title,
    reviewer: state.reviewer || '',
    answers: packet.clips.map((clip) => {
      const said = state.clips[clip.clip] || {};
      const remarks = (said.remarks || []).filter((remark) => remark.text.trim());
      return { clip: clip.clip, verdict: said.verdict || '', note: said.note || '', remarks: remarks };
    }),
  };
}
function begin(document, packet, words, store) {
  const key = 'review ' + packet.title + ' ' + packet.clips.map((clip) => clip.clip).join(' ');
  let state = { reviewer: '', clips: {} };
  try { state = JSON.parse(store.getItem(key)) || state; } catch (error) { /* nothing was kept */ }
  const keep = () => { try { store.setItem(key, JSON.stringify(state)); } catch (error) { /* not here */ } };
  const make = (kind, parent, values) => {
    const made = Object.assign(document.createElement(kind), values || {});
    parent.appendChild(made);
    return made;
  };
  const body = document.body;
  document.title = packet.title;
  make('h1', body, { textContent: packet.title });
  make('p', body, { textContent: words.how, className: 'faint' });
  const head = make('header', body);
  const label = make('label', head, { textContent: words.reviewer });
  const reviewer = make('input', label, { type: 'text', value: state.reviewer, maxLength: 80 });
  reviewer.addEventListener('input', () => { state.reviewer = reviewer.value; keep(); });
  const count = make('span', head, { id: 'decided' });
  const save = make('button', head, { type: 'button', textContent: words.save, id: 'save' });
  const follow = () => {
    const done = packet.clips.filter((clip) => (state.clips[clip.clip] || {}).verdict).length;
    count.textContent = filled(words.decided, { done: done, count: packet.clips.length });
    keep();
  };
  save.addEventListener('click', () => {
    const text = JSON.stringify(answersOf(packet, state), null, 1);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'review answers' + (state.reviewer ? ' ' + state.reviewer.replace(/[^\p{L}\p{N} _-]/gu, '') : '') + '.json';
    body.appendChild(link);
    link.click();
    link.remove();
  });
  packet.clips.forEach((clip, number) => {
    const said = state.clips[clip.clip] = state.clips[clip.clip] || { verdict: '', note: '', remarks: [] };
    const part = make('section', body);
    make('h2', part, { textContent: (number + 1) + '. ' + clip.title });
    make('div', part, { textContent: clip.from + ' · ' + clip.facts, className: 'faint' });
    const video = make('video', part, { controls: true, loop: true, preload: 'metadata', playsInline: true });
    video.src = clip.file;
    if (clip.note) { make('div', part, { textContent: clip.note, className: 'faint' }); }
    const box = make('fieldset', part);
    for (const verdict of ['keep', 'reject', '']) {
      const choice = make('label', box);
      const radio = make('input', choice, { type: 'radio', name: 'verdict ' + number, value: verdict });
      radio.checked = said.verdict === verdict;
      radio.addEventListener('change', () => { said.verdict = verdict; follow(); });
      make('span', choice, { textContent: ' ' + (words[verdict || 'open']) });
    }
    const note = make('textarea', part, { rows: 2, placeholder: words.note, value: said.note, maxLength: 2000 });
    note.setAttribute('aria-label', words.note);
    note.addEventListener('input', () => { said.note = note.value; keep(); });
    const list = make('ul', part);
    const show = (remark) => {
      const row = make('li', list);
      const go = make('button', row, { type: 'button', textContent: timecode(remark.time_s) });
      go.addEventListener('click', () => { video.pause(); video.currentTime = remark.time_s; });
      const text = make('input', row, { type: 'text', value: remark.text, placeholder: words.remark_text, maxLength: 2000 });
      text.addEventListener('input', () => { remark.text = text.value; keep(); });
      const gone = make('button', row, { type: 'button', textContent: words.remove });
      gone.addEventListener('click', () => { said.remarks.splice(said.remarks.indexOf(remark), 1); row.remove(); keep(); });
      return text;
    };
    said.remarks.forEach(show);
    const add = make('button', part, { type: 'button', className: 'remark' });
    const tell = () => { add.textContent = filled(words.remark, { time: timecode(video.currentTime || 0) }); };
    ['timeupdate', 'seeked', 'loadedmetadata'].forEach((event) => video.addEventListener(event, tell));
    tell();
    add.addEventListener('click', () => {
      video.pause();
      const time = video.currentTime || 0;
      const remark = { time_s: time, frame: frameAt(time, clip.fps), text: '' };
      said.remarks.push(remark);
      show(remark).focus();
      keep();
    });
  });
  follow();
}
if (typeof document !== 'undefined') {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  let store = { getItem: () => null, setItem: () => {} };
  try { store = window.localStorage; } catch (error) { /* a page from a file may have none */ }
  begin(document, read('packet'), read('words'), store);
}
"""


def page_of(document: Mapping[str, object], words: Mapping[str, str]) -> str:
    """Return the page that shows a review's document (see `domain.review`), in these words."""
    policy = (
        "default-src 'none'; media-src 'self' file:; base-uri 'none'; form-action 'none'; "
        f"style-src '{_digest(_STYLE)}'; script-src '{_digest(SCRIPT)}'"
    )
    title = html.escape(str(document["title"]))
    return (
        "<!DOCTYPE html>\n"
        f'<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>"
        f"<noscript><p>{html.escape(words['no_script'])}</p></noscript>"
        f'<script type="application/json" id="packet">{_inert(document)}</script>'
        f'<script type="application/json" id="words">{_inert(words)}</script>'
        f"<script>{SCRIPT}</script></body></html>\n"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _inert(value: Mapping[str, object] | Mapping[str, str]) -> str:
    """Return JSON without any character that could begin or end something in the page."""
    text = json.dumps(value)  # ASCII, so line separators are escaped, too
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
