// An article in, its components out: compiled once for React and once for Preact, which takes React's names as well.
import * as dates from "./jalaali.js";
import { paragraphs, spans, withoutScheme, WORDS } from "./read.js";

const Time = ({ date, shown = dates.news(date) }) => <time dateTime={date}>{shown}</time>;

const Span = ({ one }) => {
  if (typeof one === "string") return one;
  if (one.href) return <a href={one.href}>{one.text}</a>;
  return one.marks[0] === "strong" ? <strong>{one.text}</strong> : <em>{one.text}</em>;
};

const Credit = ({ credit: { name, role, url }, isLast }) => (
  <>
    <span>
      {role && `${role}: `}
      {url ? <a href={url}><bdi>{name}</bdi></a> : <bdi>{name}</bdi>}
      {!isLast && WORDS.comma}
    </span>
    {!isLast && " "}
  </>
);

const Head = ({ article, prefix }) => (
  <header className="satr-head">
    <nav className="satr-path" aria-label={WORDS.path}>
      {article.section.map(({ text, url }) => <a key={url} href={url}>{text}</a>)}
    </nav>
    <hgroup>
      <p className="satr-kicker">{article.kicker}</p>
      <h1 className="satr-headline">{article.headline}</h1>
      <p className="satr-deck">{article.deck}</p>
    </hgroup>
    <div className="satr-meta">
      <p className="satr-byline">
        {article.byline.map((credit, index) => <Credit key={index} credit={credit} isLast={index === article.byline.length - 1} />)}
      </p>
      <p><Time date={article.published} /></p>
      <p>
        {WORDS.updated}
        <Time date={article.modified} shown={dates.update(article.modified, article.published)} />
      </p>
      {article.comments.length > 0 && (
        <p className="satr-tools">
          <a href={`#${prefix}comments`}>{`${dates.number(article.comments.length)} ${WORDS.comment}`}</a>
        </p>
      )}
    </div>
  </header>
);

const Figure = ({ figure: { image, caption, credit }, className, ...attributes }) => (
  <figure className={className}>
    <img alt={image.alt} width={image.width} height={image.height} {...attributes} decoding="async" src={image.url} />
    <figcaption>{caption} <span className="satr-credit">{credit}</span></figcaption>
  </figure>
);

const Block = ({ block }) => {
  if (typeof block === "string") return <p>{block}</p>;
  switch (block.type) {
    case "heading": {
      const Level = `h${block.level}`;
      return <Level id={block.id}>{block.text}</Level>;
    }
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return <List className="satr-list">{block.items.map((item, index) => <li key={index}>{item}</li>)}</List>;
    }
    case "quote":
      return <blockquote className="satr-quote"><p>{block.text}</p><footer>{block.cite}</footer></blockquote>;
    case "figure":
      return <Figure figure={block} className="satr-figure" loading="lazy" />;
    default:
      return <p>{spans(block.text).map((one, index) => <Span key={index} one={one} />)}</p>;
  }
};

const Fact = ({ name, children }) => <div><dt>{name}</dt><dd>{children}</dd></div>;

const Foot = ({ article: { id, source, shortLink, tags } }) => (
  <footer className="satr-foot">
    <p className="satr-tags">
      <b>{WORDS.tags}</b>
      {tags.map(({ text, url }) => <a key={url} href={url} rel="tag">{text}</a>)}
    </p>
    <dl className="satr-facts">
      <Fact name={WORDS.source}><a href={source.url}>{source.text}</a></Fact>
      <Fact name={WORDS.code}><data value={id}>{dates.number(id)}</data></Fact>
      <Fact name={WORDS.shortLink}><a href={shortLink}><bdi dir="ltr">{withoutScheme(shortLink)}</bdi></a></Fact>
    </dl>
  </footer>
);

const Related = ({ related, prefix }) => (
  <nav className="satr-more" aria-labelledby={`${prefix}related`}>
    <h2 id={`${prefix}related`}>{WORDS.related}</h2>
    <ul>
      {related.map(({ text, url, date }) => (
        <li key={url}><a href={url}>{text} <Time date={date} shown={dates.day(date)} /></a></li>
      ))}
    </ul>
  </nav>
);

const Line = ({ line, index }) => <>{index > 0 && <br />}{line}</>;

const Comment = ({ row: { comment, answered, replies }, prefix }) => (
  <li className="satr-comment" id={`${prefix}comment-${comment.id}`}>
    <p className="satr-by">
      <b><bdi>{comment.author}</bdi></b>
      {answered && (
        <span>{WORDS.answers}<a href={`#${prefix}comment-${answered.id}`}><bdi>{answered.author}</bdi></a></span>
      )}
      <Time date={comment.date} />
    </p>
    {paragraphs(comment.text).map((lines, index) => (
      <p key={index}>
        {lines.length === 1 ? lines[0] : lines.map((line, at) => <Line key={at} line={line} index={at} />)}
      </p>
    ))}
    {replies.length > 0 && (
      <ol className="satr-replies">
        {replies.map((reply) => <Comment key={reply.comment.id} row={reply} prefix={prefix} />)}
      </ol>
    )}
  </li>
);

const Comments = ({ article, prefix, threads }) => (
  <section className="satr-comments" aria-labelledby={`${prefix}comments`}>
    <div className="satr-comments-head">
      <h2 id={`${prefix}comments`}>{`${dates.number(article.comments.length)} ${WORDS.comment}`}</h2>
    </div>
    <ol>{threads.map((row) => <Comment key={row.comment.id} row={row} prefix={prefix} />)}</ol>
    <aside className="satr-rules" aria-labelledby={`${prefix}rules`}>
      <h3 id={`${prefix}rules`}>{WORDS.rules}</h3>
      <ul className="satr-list">{article.commentRules.map((rule, index) => <li key={index}>{rule}</li>)}</ul>
    </aside>
  </section>
);

export const Page = ({ article, prefix, threads }) => (
  <div className="satr" lang={article.language} dir="rtl">
    <article className="satr-article">
      <Head article={article} prefix={prefix} />
      <p className="satr-lead"><b className="satr-dateline">{article.dateline}</b> {article.lead}</p>
      <Figure
        figure={article.leadFigure}
        className="satr-figure satr-figure-lead satr-figure-wide"
        fetchPriority="high"
      />
      <div className="satr-body">{article.body.map((block, index) => <Block key={index} block={block} />)}</div>
      <section className="satr-corrections" aria-label={WORDS.corrections}>
        {article.corrections.map(({ text, date }, index) => (
          <p key={index} className="satr-correction"><b>{WORDS.correction}</b> {text} <Time date={date} /></p>
        ))}
      </section>
      <Foot article={article} />
      <Related related={article.related} prefix={prefix} />
    </article>
    <Comments article={article} prefix={prefix} threads={threads} />
  </div>
);
