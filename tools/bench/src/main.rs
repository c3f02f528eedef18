//! Tasks and rounds by line in, answers and times out: the native side of `cargo xtask bench dates` and `bench text`.
//! Floor 2 of the bench. Uses: tasks.
//!
//! | line | reply |
//! | --- | --- |
//! | `task NAME COUNT`, then so many lines, an input each | what comes of each, a line each |
//! | `round NAME PASSES` | the nanoseconds that so many passes over the inputs took |

mod tasks;

use std::collections::HashMap;
use std::error::Error;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use tasks::Task;

fn main() -> ExitCode {
    match serve(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Answers line by line, until there are no more.
fn serve(questions: impl BufRead, mut replies: impl Write) -> Result<(), Box<dyn Error>> {
    let mut lines = questions.lines();
    let mut tasks: HashMap<String, Box<dyn Task>> = HashMap::new();
    while let Some(line) = lines.next().transpose()? {
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["task", name, count] => {
                let inputs = lines.by_ref().take(count.parse()?).collect::<Result<Vec<_>, _>>()?;
                let task = tasks::load(name, &inputs)?;
                writeln!(replies, "{}", task.answers().join("\n"))?;
                tasks.insert((*name).into(), task);
            }
            ["round", name, passes] => {
                let task = tasks.get(*name).ok_or_else(|| format!("`{name}` has no inputs yet"))?;
                writeln!(replies, "{}", task.time(passes.parse()?).as_nanos())?;
            }
            _ => {
                return Err(
                    format!("expected `task NAME COUNT` or `round NAME PASSES`, found `{line}`").into()
                );
            }
        }
        replies.flush()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(questions: &str) -> Result<String, String> {
        let mut replies = Vec::new();
        serve(questions.as_bytes(), &mut replies).map_err(|why| why.to_string())?;
        String::from_utf8(replies).map_err(|why| why.to_string())
    }

    #[test]
    fn each_task_answers_what_its_name_says() {
        for (name, input, answer) in [
            ("to-jalali", "2019 8 14", "1398 5 23"),
            ("to-gregorian", "1398 5 23", "2019 8 14"),
            ("news", "1565767800", "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰"),
            ("both", "1565767800", "۲۳ مرداد ۱۳۹۸ (۱۴ اوت ۲۰۱۹)، ۱۲:۰۰"),
            ("read-words", "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰", "1565767800"),
            ("read-machine", "2019-08-14T12:00:00+04:30", "1565767800"),
            ("digits", "در سال 1398", "در سال ۱۳۹۸"),
            ("number", "1234567", "۱٬۲۳۴٬۵۶۷"),
            ("words", "21", "بیست و یک"),
            ("repair", "كتابهای خوبی را نمی خواند", "کتاب\u{200C}های خوبی را نمی\u{200C}خواند"),
            ("polish", "كتابهای خوبی ،", "کتابهای خوبی،"),
        ] {
            assert_eq!(ask(&format!("task {name} 1\n{input}\n")), Ok(format!("{answer}\n")), "{name}");
        }
    }

    #[test]
    fn lines_that_are_one_text_stay_lines() {
        let lines = "سازمانهای مردمنهاد\nنمیتوانند";
        let mended = "سازمان\u{200C}های مردم\u{200C}نهاد\nنمی\u{200C}توانند\n";
        assert_eq!(ask(&format!("task repair 2\n{lines}\n")).as_deref(), Ok(mended));
    }

    #[test]
    fn a_round_tells_its_nanoseconds() {
        let replies = ask("task news 2\n0\n1565767800\nround news 3\n").unwrap();
        let nanoseconds = replies.lines().nth(2).unwrap().parse::<u64>();
        assert!(nanoseconds.is_ok_and(|nanoseconds| nanoseconds > 0), "{replies}");
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert_eq!(ask("round news 3\n"), Err("`news` has no inputs yet".into()));
        assert_eq!(ask("task weather 0\n"), Err("there is no task `weather`".into()));
        assert!(ask("run\n").is_err_and(|why| why.ends_with("found `run`")));
        assert!(ask("task news 1\nnoon\n").is_err());
    }
}
