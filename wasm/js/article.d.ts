// The types of an article. Written by `cargo xtask bless` from what src/article says; change it there.
//
// Every field may be missing or null; one of the wrong kind is left out and noted, the rest stands.

/** Text in one line; a number is written as it is. */
export type Line = string | number | null;

/** An address. `https`, `http` and, for links, `mailto` and `tel`; others are left out and noted. */
export type Address = string | URL | null;

/** An instant: ISO 8601 such as `2019-08-14T12:00:00+04:30`, a `Date`, or seconds or milliseconds since 1970, from 1973 on. */
export type Instant = string | number | Date | null;

/** A list; one item alone stands for a list of one. */
export type Many<T> = T | readonly NonNullable<T>[] | null;

/**
 * A list of what may be a list itself, so that one item alone must stand in an array, unless it is a string. An item that is
 * null keeps its place, as an empty cell does.
 */
export type Items<T> = string | readonly (T | null)[] | null;

/** An article, whole: what a page shows and what a newsroom keeps. */
export interface Article {
  /** The version of the format; 1 where the data names none. */
  version?: number | null;
  /** The news code (کد خبر): the publisher's own number or name for the article. */
  id?: Line;
  /**
   * The language, by BCP 47; Persian where the data names none. `fa-AF` and `prs` are dated and worded as in
   * Afghanistan.
   */
  language?: string | null;
  /** The article's own address; relative addresses in it are resolved on this one. */
  url?: Address;
  /** The section path, outermost first: استان‌ها، سمنان. */
  section?: Many<Line | Link>;
  /** The line above the headline (روتیتر). */
  kicker?: Line;
  /** The headline (تیتر). */
  headline?: Line;
  /** The lines below the headline (سوتیتر، زیرتیتر). */
  deck?: Line;
  /** Who made it. */
  byline?: Many<Line | Credit>;
  /** When it was first published. */
  published?: Instant;
  /** When it was last changed in substance. */
  modified?: Instant;
  /** The place the report comes from, set before the lead. */
  dateline?: Line;
  /** The first paragraph, set larger (لید). */
  lead?: RichText;
  /** The picture that goes with the lead. */
  leadFigure?: Figure | null;
  /** The text, block by block. */
  body?: Body;
  /** What is said at the foot of the text (پانویس), in the order of its numbers. */
  footnotes?: Many<RichText | Footnote>;
  /** What was wrong and has been put right. */
  corrections?: Many<Line | Correction>;
  /** That it has been withdrawn: why, and when. It is then all that is shown of it. */
  withdrawn?: Line | Correction;
  /** Subjects (برچسب‌ها). */
  tags?: Many<Line | Link>;
  /** Where it was taken from. */
  source?: Line | Link;
  /** Who publishes it, for machines that read the page. */
  publisher?: Line | Publisher;
  /** A short address for sharing. */
  shortLink?: Address;
  /** Other articles on the matter. */
  related?: Many<Line | Related>;
  /** What readers wrote, in the order to be shown, with `parent` naming the comment replied to. */
  comments?: Many<Comment>;
  /** What a comment must keep to, a sentence each. */
  commentRules?: Many<Line>;
  /** Where the comments are at home, if readers can do more than read them. */
  discussion?: Discussion | null;
}

/** A name that may lead somewhere. As a bare string it is the text alone. */
export interface Link {
  /** What is shown. */
  text?: Line;
  /** Where it leads. */
  url?: Address;
}

/** Somebody who made a part of it. As a bare string it is the name alone. */
export interface Credit {
  /** The name. */
  name?: Line;
  /** What they did: خبرنگار، عکاس، مترجم. */
  role?: Line;
  /** Their own page. */
  url?: Address;
  /** A small picture of them. */
  photo?: Address | Image;
}

/** A picture. As a bare string it is the address alone. */
export interface Image {
  /** Where it is: the rendition that every browser shows. */
  url?: Address;
  /** What it shows, for those who do not see it. */
  alt?: Line;
  /** Its width in pixels; with the height it keeps the page from moving while it loads. */
  width?: number | null;
  /** Its height in pixels. */
  height?: number | null;
  /** What must not be cut off where there is room for a part of it alone. */
  focus?: Focus | null;
  /** The same picture in other widths and formats. */
  renditions?: Many<Address | Rendition>;
}

/** A point of a picture, as shares of its width and height in percent: 0 and 0 are its top left corner. */
export interface Focus {
  /** From the left edge. */
  x?: number | null;
  /** From the top. */
  y?: number | null;
}

/** One file of a picture, a film or a sound. As a bare string it is the address alone. */
export interface Rendition {
  /** Where it is. */
  url?: Address;
  /** Its media type: `image/avif`, `video/mp4`. */
  type?: Line;
  /** A picture's width in pixels, by which a browser chooses. */
  width?: number | null;
  /** Its size in bytes, told where it can be downloaded. */
  bytes?: number | null;
}

/** Running text: a string, a span, or a list of both. A line end is a line break. */
export type RichText = Many<Line | Span>;

/** Characters that share their marks. */
export interface Span {
  /** The characters. */
  text?: Line;
  /** How they are set. */
  marks?: Many<Mark>;
  /** Where they lead. */
  href?: Address;
  /** The language they are in, where it is not the article's. */
  lang?: string | null;
  /** Their direction, where it is not that of their language. */
  dir?: Direction | null;
  /** What they are short for. */
  expansion?: Line;
  /** The instant that they name. */
  time?: Instant;
  /** The `id` of the footnote that is referred to behind them. */
  footnote?: Line;
}

/** A way to set characters. */
export type Mark =
  | "quote" // Said by somebody; drawn in quotation marks: `<q>`.
  | "strong" // Of importance; bold: `<strong>`.
  | "emphasis" // Stressed: `<em>`. Persian has no italic, so the sheet sets it in a medium weight.
  | "highlight" // Marked, as with a pen: `<mark>`.
  | "small" // Beside the matter, as a legal line: `<small>`.
  | "sub" // Set low: `<sub>`.
  | "sup" // Set high: `<sup>`.
  | "code"; // Code: kept character by character, left to right: `<code>`.

/** A direction of writing. */
export type Direction =
  | "auto" // That of the language. The default.
  | "ltr" // Left to right.
  | "rtl"; // Right to left.

/** A picture with what is said about it. */
export interface Figure {
  /** The picture. */
  image?: Address | Image;
  /** What it shows and why it is here. */
  caption?: RichText;
  /** Who made it. */
  credit?: Line;
  /** How much room it takes. */
  size?: FigureSize | null;
}

/** How much room a figure takes. */
export type FigureSize =
  | "normal" // The width of the text. The default.
  | "small" // Half of it.
  | "wide"; // Text and margin.

/** The text: blocks, or one string whose paragraphs are parted by empty lines. */
export type Body = Many<Line | Block>;

/** A block of the body. In JSON an object whose `type` names its kind, or a bare string for a paragraph. */
export type Block = { [Kind in keyof BlockKinds]: { type: Kind } & BlockKinds[Kind] }[keyof BlockKinds];

/**
 * The kinds of blocks, by name. Of any other the text is kept, and noted; to write one, declare it:
 * `declare module "satr" { interface BlockKinds { mood: Unknown } }`.
 */
export interface BlockKinds {
  /** A paragraph. A bare string is one, too. */
  paragraph: Paragraph;
  /**
   * A heading inside the text (میان‌تیتر). Its id is made of its words, and it is never more than one level below the
   * heading before it.
   */
  heading: Heading;
  /** A list; an item may hold another. */
  list: List;
  /** A quotation that stands apart. */
  quote: Quote;
  /** A sentence of the text, set large beside it (سوتیتر میان متن). */
  pullQuote: Quote;
  /** A picture with what is said about it. */
  figure: Figure;
  /** Pictures that belong together. */
  gallery: Gallery;
  /** A film: nothing of it is loaded before the reader plays it. */
  video: Media;
  /** A sound recording, likewise. */
  audio: Media;
  /** A table. Its rows are of texts, or of cells that say more. */
  table: Table;
  /**
   * Something of another site, which is asked for nothing until the reader wants it. Those whose player is known play
   * in the page, the rest is a link.
   */
  embed: Embed;
  /** Another article, named inside the text. */
  relatedLink: Related;
  /** Questions and their answers. */
  questionAnswer: QuestionAnswer;
  /** What happened, moment by moment; `live` for what still goes on. */
  timeline: Timeline;
  /** What to take away, ahead of the text. */
  keyPoints: KeyPoints;
  /** A box beside the story: background, a how-to, a note. */
  callout: Callout;
  /** What was wrong at this place and has been put right. */
  correction: Correction;
  /** Program text, kept character by character. */
  code: Code;
  /** Verse: lines of one hemistich or two. */
  poem: Poem;
  /** A pause between two parts. */
  divider: Divider;
  /** A kind of the host's own: a place that it fills by `name` and `data`. Until then the text stands there. */
  custom: Custom;
}

/** A paragraph. */
export interface Paragraph {
  /** Its text. */
  text?: RichText;
}

/** A heading inside the text (میان‌تیتر). */
export interface Heading {
  /** From 2, the default, to 6; level 1 is the headline's own. */
  level?: number | null;
  /** Its text. */
  text?: RichText;
}

/** A list. */
export interface List {
  /** Whether the order counts and the items are numbered. */
  ordered?: boolean | null;
  /** The number of the first item, where that is not 1. */
  start?: number | null;
  /** The items. */
  items?: Items<RichText | ListItem>;
}

/** An item of a list. As running text it is the text alone. */
export interface ListItem {
  /** Its text. */
  text?: RichText;
  /** A list inside it. */
  list?: List | null;
}

/** What somebody said, or a sentence of the text set large beside it. */
export interface Quote {
  /** What was said. */
  text?: RichText;
  /** By whom, or where. */
  cite?: Line;
}

/** Pictures that belong together. */
export interface Gallery {
  /** The pictures. */
  figures?: Many<Figure>;
  /** What they show together. */
  caption?: RichText;
  /** Who made them. */
  credit?: Line;
}

/** A film or a sound recording. */
export interface Media {
  /** The files to choose from; a browser takes the first that it can play. */
  renditions?: Many<Address | Rendition>;
  /** What a film shows before it is played, and its size on the page. */
  poster?: Address | Image;
  /** What is said in it, as text. */
  tracks?: Many<Address | Track>;
  /** Its length in seconds. */
  duration?: number | null;
  /** What it is called. */
  title?: Line;
  /** What is said about it. */
  caption?: RichText;
  /** Who made it. */
  credit?: Line;
}

/** The text of a film or a sound, timed (WebVTT). As a bare string it is the address alone. */
export interface Track {
  /** Where it is. */
  url?: Address;
  /** What the text is of it. */
  kind?: TrackKind | null;
  /** The language of the text. */
  language?: string | null;
  /** What the reader chooses it by. */
  label?: Line;
}

/** What a timed text is. */
export type TrackKind =
  | "captions" // What is said, and what is heard besides. The default.
  | "subtitles" // What is said, in another language.
  | "descriptions" // What is seen.
  | "chapters"; // The parts, by their names.

/** A table. */
export interface Table {
  /** What it shows. */
  caption?: RichText;
  /** The rows that name the columns. */
  head?: Items<Items<RichText | Cell>>;
  /** The rows. */
  rows?: Items<Items<RichText | Cell>>;
  /** The rows that sum up. */
  foot?: Items<Items<RichText | Cell>>;
  /** Whether the first cell of a row names it. */
  rowHeaders?: boolean | null;
}

/** A cell. As running text it is the text alone. */
export interface Cell {
  /** What is in it. */
  text?: RichText;
  /** Whether it names its row, where it is the first of it, or its column. */
  header?: boolean | null;
  /** How many columns it takes, from 1 to 100. */
  colspan?: number | null;
  /** How many rows it takes, from 1 to 100. */
  rowspan?: number | null;
}

/** Something of another site. */
export interface Embed {
  /** Its page on that site. */
  url?: Address;
  /** What it is. */
  title?: Line;
  /** What is said about it. */
  caption?: RichText;
}

/** Another article on the matter. As a bare string it is the headline alone. */
export interface Related {
  /** Its headline. */
  text?: Line;
  /** Its address. */
  url?: Address;
  /** When it was published. */
  date?: Instant;
}

/** Questions and their answers. */
export interface QuestionAnswer {
  /** Each question with its answer. */
  exchanges?: Many<Exchange>;
}

/** A question and what was answered. */
export interface Exchange {
  /** What was asked. */
  question?: RichText;
  /** What was answered. */
  answer?: Body;
}

/** What happened, moment by moment. */
export interface Timeline {
  /** Whether it still goes on, with the newest entry first. */
  live?: boolean | null;
  /** The moments, in the order to be shown. */
  entries?: Many<Entry>;
}

/** A moment of a timeline. */
export interface Entry {
  /** When it was. */
  time?: Instant;
  /** What happened, in a few words. */
  title?: RichText;
  /** What happened. */
  body?: Body;
}

/** What to take away, ahead of the text. */
export interface KeyPoints {
  /** What they are called, where that is not «نکته‌های اصلی». */
  title?: Line;
  /** The points. */
  items?: Items<RichText>;
}

/** A box beside the story. */
export interface Callout {
  /** What it is about. */
  title?: RichText;
  /** What it says. */
  body?: Body;
}

/** What was wrong and has been put right. As a bare string it is the text alone. */
export interface Correction {
  /** What was wrong, and what is right. */
  text?: RichText;
  /** When it was put right. */
  date?: Instant;
}

/** Program text. */
export interface Code {
  /** The text, character by character. */
  code?: Line;
  /** What it is written in: `rust`, `json`. */
  language?: Line;
  /** What it shows. */
  caption?: RichText;
}

/** Verse. */
export interface Poem {
  /** The lines: each of two hemistichs (بیت), or of one. */
  lines?: Items<Items<RichText>>;
  /** Whose it is, and where it stands. */
  cite?: Line;
}

/** A pause between two parts. */
export interface Divider {}

/** A block of a kind that the host of the page knows. */
export interface Custom {
  /** What the host calls its kind. */
  name?: Line;
  /** What the host needs to draw it. */
  data?: unknown;
  /** What stands there until it is drawn. */
  text?: RichText;
}

/** A block of a kind that is not known: its text is kept, and noted. */
export interface Unknown {
  /** Its text. */
  text?: RichText;
}

/** A note at the foot of the text. As running text it is the text alone. */
export interface Footnote {
  /** What is said. */
  text?: RichText;
  /** What references call it; where it is empty, its number. */
  id?: Line;
}

/** A newspaper, an agency, a site. As a bare string it is the name alone. */
export interface Publisher {
  /** The name. */
  name?: Line;
  /** Its own address. */
  url?: Address;
  /** Its sign. */
  logo?: Address | Image;
}

/** A reader's comment. Threads are flat: a reply names the comment it answers. */
export interface Comment {
  /** What other comments name this one by; unique within the article. */
  id?: Line;
  /** The `id` of the comment this one answers; empty for one that starts a thread. */
  parent?: Line;
  /** Who wrote it, as they signed. */
  author?: Line;
  /** When. */
  date?: Instant;
  /** What they wrote: plain text, its paragraphs parted by empty lines. Addresses in it become links. */
  text?: Line;
  /** Whether everybody sees it. */
  state?: CommentState | null;
  /** Whether the newsroom wrote it. */
  official?: boolean | null;
  /** Whether it stands ahead of all others. */
  pinned?: boolean | null;
  /** How many readers agree. */
  up?: number | null;
  /** How many do not. */
  down?: number | null;
  /** What this reader thinks of it. */
  vote?: Vote | null;
  /** How many more replies its thread has than are given here. */
  more?: number | null;
  /** What came of what this reader did to it. */
  said?: Said | null;
}

/** Whether everybody sees a comment. */
export type CommentState =
  | "published" // Everybody does. The default.
  | "pending" // Its writer alone, until it has been looked at.
  | "removed"; // Nobody any more; only that it was there, for the sake of its replies.

/** What a reader thinks of a comment. */
export type Vote =
  | "none" // Nothing that was told. The default.
  | "up" // That it is right.
  | "down"; // That it is not.

/** What a reader is told of what they did. */
export type Said =
  | "nothing" // Nothing. The default.
  | "held" // Their comment has come, and will be looked at before it is published.
  | "published" // Their comment is published.
  | "reported" // Their report has come.
  | "failed"; // It was not done.

/** Where the comments of an article are at home, and what of them is given here. */
export interface Discussion {
  /** Its address: what is read there, and written to. Without one nothing can be done but reading. */
  url?: Address;
  /** How many comments are published; those that are given, if it is not said. */
  count?: number | null;
  /** Their order. */
  sort?: Sort | null;
  /** What the next comments are asked for by; empty if there are none. */
  next?: Line;
  /** The comment whose thread alone is given; empty for all. */
  thread?: Line;
  /** Whether no more can be written. */
  closed?: boolean | null;
  /** Whether comments are looked at before they are published. */
  moderated?: boolean | null;
  /** The most characters of a comment, as readers count them; 0 for any number. */
  limit?: number | null;
  /** What a script proves by that it is no robot's: `altcha`; empty for nothing. */
  captcha?: Line;
  /** What a reader proves it by where there is no script. */
  question?: Question | null;
  /** What is being written. */
  draft?: Draft | null;
  /** What came of what this reader did. */
  said?: Said | null;
}

/** The order of threads. Replies stand in the order they were written. */
export type Sort =
  | "newest" // The last first. The default.
  | "oldest" // The first first.
  | "best"; // Those first that most agree with.

/** A question that people find easy. */
export interface Question {
  /** What is asked. */
  text?: Line;
  /** What comes back with the answer, for the server to know what it asked. */
  token?: Line;
}

/** A comment that is being written. */
export interface Draft {
  /** The name to sign with. */
  author?: Line;
  /** The address that nobody is shown. */
  email?: Line;
  /** What is written so far. */
  text?: Line;
  /** The `id` of the comment it answers. */
  parent?: Line;
  /** What tells it from any other, so that it is taken once however often it is sent. */
  key?: Line;
  /** What is to be put right. */
  faults?: Many<Fault>;
  /** Whether it is on its way. */
  sending?: boolean | null;
}

/** What keeps a comment from being taken. */
export type Fault =
  | "failed" // Something went wrong that is nobody's fault. The default.
  | "offline" // There is no network.
  | "too-many" // Too many have come from there.
  | "closed" // No comments are taken any more.
  | "parent-gone" // The comment that it answers is gone.
  | "refused" // It comes from a page that may not send any.
  | "text-missing" // Nothing is written.
  | "text-too-long" // It is longer than the limit.
  | "not-persian" // It does not look like Persian. Sent again, it is taken.
  | "author-too-long" // The name is longer than 60 characters.
  | "email-invalid" // The address is none.
  | "captcha-wrong" // The proof, or the answer to the question, is missing or wrong.
  | "captcha-expired" // It was good, but too long ago, or has been used.
  | "insecure"; // It cannot be made, since the page has come in the open.
