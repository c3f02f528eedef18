//! Who asks for what in, whether it is too much out.
//! Floor 2. Uses: client, clients, refusal.

use std::net::{IpAddr, Ipv4Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{Quota, RateLimiter};
use satr::article::Fault;

use super::client::Client;
use super::clients::{Asked, Clients};
use super::refusal::Refusal;

/// What a client has a budget for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budget {
    /// Reading comments.
    Read,
    /// Challenges, which cost some work to make.
    Captcha,
    /// Votes and reports.
    Act,
    /// Comments.
    Post,
    /// Answers to the question that stands in for a captcha.
    Question,
    /// Attempts to log in.
    LogIn,
}

/// How much may come: so much at once, and then one more every so often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// At once.
    pub burst: NonZeroU32,
    /// How long until there is one more, a day at most; zero for no limit.
    pub every: Duration,
}

/// How much may come from one client: one IPv4 address, or one IPv6 network of 64 bits.
///
/// Many readers of a mobile network share an address, so the defaults leave room for some dozens; but for the question, which
/// keeps no robot away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// Of [`Budget::Read`].
    pub read: Rate,
    /// Of [`Budget::Captcha`].
    pub captcha: Rate,
    /// Of [`Budget::Act`].
    pub act: Rate,
    /// Of [`Budget::Post`].
    pub post: Rate,
    /// Of [`Budget::Question`].
    pub question: Rate,
    /// Of [`Budget::LogIn`].
    pub log_in: Rate,
}

impl Default for Rates {
    fn default() -> Self {
        let rate = |burst, every| Rate {
            burst: NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN),
            every: Duration::from_millis(every),
        };
        Self {
            read: rate(300, 100),
            captcha: rate(60, 2_000),
            act: rate(120, 500),
            post: rate(40, 5_000),
            question: rate(5, 60_000),
            log_in: rate(5, 30_000),
        }
    }
}

/// A limiter for each budget.
#[derive(Debug)]
pub(super) struct Limiters([Limiter; 6]);

impl Limiters {
    pub(super) fn new(rates: &Rates) -> Self {
        let Rates { read, captcha, act, post, question, log_in } = *rates;
        Self([read, captcha, act, post, question, log_in].map(Limiter::new))
    }

    /// Takes one, or only looks whether there is one.
    pub(super) fn ask(&self, budget: Budget, client: Client, is_spent: bool) -> Result<(), Refusal> {
        let [read, captcha, act, post, question, log_in] = &self.0;
        let limiter = match budget {
            Budget::Read => read,
            Budget::Captcha => captcha,
            Budget::Act => act,
            Budget::Post => post,
            Budget::Question => question,
            Budget::LogIn => log_in,
        };
        limiter.ask(client.household(), is_spent).map_err(|wait| Refusal::new(Fault::TooMany).after(wait))
    }
}

#[derive(Debug)]
struct Limiter {
    /// `None` for a rate of no limit.
    clients: Option<RateLimiter<Asked, Clients, DefaultClock>>,
    asked: AtomicU32,
}

impl Limiter {
    /// How many clients are known at once, in some 10 MB. Those beyond share one budget, so that a flood from many addresses
    /// costs no more memory.
    const CLIENTS: usize = 100_000;
    /// How often those are forgotten whose budget is full again.
    const SWEEP: u32 = 4096;

    fn new(rate: Rate) -> Self {
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        let quota = Quota::with_period(rate.every.min(DAY)).map(|quota| quota.allow_burst(rate.burst));
        let limiter = |quota| RateLimiter::new(quota, Clients::default(), DefaultClock::default());
        Self { clients: quota.map(limiter), asked: AtomicU32::new(0) }
    }

    /// Or how long it takes until there is something left.
    fn ask(&self, household: IpAddr, is_spent: bool) -> Result<(), Duration> {
        let Some(clients) = &self.clients else { return Ok(()) };
        if self.asked.fetch_add(1, Ordering::Relaxed) % Self::SWEEP == Self::SWEEP - 1 {
            clients.retain_recent();
            clients.shrink_to_fit();
        }
        let household =
            if clients.len() < Self::CLIENTS { household } else { IpAddr::V4(Ipv4Addr::UNSPECIFIED) };
        let asked = Asked { household, is_spent };
        clients.check_key(&asked).map_err(|until| until.wait_time_from(DefaultClock::default().now()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So slow that no test lives to see one more.
    const SLOW: Duration = Duration::from_secs(3600);

    fn limiter(burst: u32, every: Duration) -> Limiter {
        Limiter::new(Rate { burst: NonZeroU32::new(burst).unwrap(), every })
    }

    fn address(last: u32) -> IpAddr {
        Ipv4Addr::from_bits(0x0a00_0000 + last).into()
    }

    impl Limiter {
        fn spend(&self, household: IpAddr) -> Result<(), Duration> {
            self.ask(household, true)
        }
    }

    #[test]
    fn who_looks_spends_nothing() {
        let limiter = limiter(1, SLOW);
        let look = || limiter.ask(address(1), false);
        assert_eq!((look(), look()), (Ok(()), Ok(())));
        assert_eq!(limiter.clients.as_ref().unwrap().len(), 0, "nor is it kept");
        assert_eq!(limiter.spend(address(1)), Ok(()));
        assert!(look().is_err() && limiter.spend(address(1)).is_err());
        assert_eq!(limiter.ask(address(2), false), Ok(()));
    }

    #[test]
    fn each_has_a_budget_of_their_own() {
        let limiter = limiter(2, SLOW);
        for last in [1, 2] {
            assert_eq!(limiter.spend(address(last)), Ok(()));
            assert_eq!(limiter.spend(address(last)), Ok(()));
            let wait = limiter.spend(address(last)).unwrap_err();
            assert!(wait > SLOW / 2 && wait <= SLOW, "{wait:?}");
        }
    }

    #[test]
    fn a_rate_without_an_interval_is_none() {
        let limiter = limiter(1, Duration::ZERO);
        assert!((0..100).all(|_| limiter.spend(address(1)).is_ok()));
    }

    #[test]
    fn who_has_a_full_budget_is_forgotten() {
        // A budget that is full again before the next client asks.
        let limiter = limiter(1, Duration::from_nanos(1));
        for last in 0..Limiter::SWEEP * 3 {
            assert_eq!(limiter.spend(address(last)), Ok(()));
        }
        assert!(limiter.clients.unwrap().len() <= Limiter::SWEEP as usize);
    }

    #[test]
    fn a_flood_from_many_addresses_shares_a_budget() {
        let limiter = limiter(1, SLOW);
        let most = u32::try_from(Limiter::CLIENTS).unwrap();
        assert!((0..most).all(|last| limiter.spend(address(last)).is_ok()));
        assert!(limiter.spend(address(most)).is_ok());
        assert!(limiter.spend(address(most + 1)).is_err());
    }
}
