/** A page in, what on it is too small to read or to hit, or of no size until it comes, out; each as a line of text. */
import { controls, isInSentence, isSeen, name, style, texts } from "./seen.js";

/** CSS pixels: the least side of a control, and the least size of a text. */
const TARGET = 44;
const TYPE = 14;
/** What a text grows by at least when the size is doubled. */
const LEAST_GROWTH = 1.25;
/** What an engine that rounds a font's height may take of a side. */
const SLACK = 0.5;
/** Fields that have a text. */
const FIELDS = "input:not([type=radio], [type=checkbox], [type=range]), select, textarea";

export function smallControls(page) {
  return controls(page)
    .filter((control) => !isInSentence(control))
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(({ box }) => Math.min(box.width, box.height) < TARGET - SLACK)
    .map(({ control, box }) => `${round(box.width)}×${round(box.height)} px: ${name(control)}`);
}

export function smallTexts(page) {
  const fields = [...page.querySelectorAll(FIELDS)].filter(isSeen);
  // A sign raised or lowered is part of a word, and smaller than it.
  const written = texts(page).map(({ element }) => element.closest("sub, sup")?.parentElement ?? element);
  const elements = new Set([...written, ...fields]);
  return [...elements]
    .map((element) => ({ element, size: Number.parseFloat(style(element).fontSize) }))
    .filter(({ size }) => size < TYPE)
    .map(({ element, size }) => `${round(size)} px: ${name(element)}`);
}

/** The size of each text, to be held against what becomes of it. */
export function sizes(page) {
  return new Map(texts(page).map(({ element }) => [element, Number.parseFloat(style(element).fontSize)]));
}

/** Texts that hardly follow when the reader doubles the size; a headline, large as it is, need not double. */
export function stunted(before) {
  return [...before]
    .filter(([element, size]) => Number.parseFloat(style(element).fontSize) < size * LEAST_GROWTH)
    .map(([element]) => `does not grow: ${name(element)}`);
}

/** Pictures that move what follows when they come, as nothing tells their shape before. */
export function loosePictures(page) {
  return [...page.images]
    .filter((image) => isSeen(image) && style(image).aspectRatio === "auto" && isHeightAuto(image))
    .map((image) => `has no shape of its own: ${name(image)} ${image.src}`);
}

/** Firefox does not tell. */
function isHeightAuto(image) {
  return image.computedStyleMap?.().get("height").value === "auto";
}

function round(pixels) {
  return Math.round(pixels * 10) / 10;
}
