//! A message to the agent from a command: said, followed to its end, and told with what it took.
//!
//! A server may lose the session under way. What it refused was not done, so it is said in the session
//! that takes its place, unless the session was named on the command line; what had begun is not.

use std::time::{Duration, Instant};

use crate::language::Problem;
use crate::link::{self, Command, TurnEnd, TurnId, Update};

use super::drive::Drive;

/// How long a command waits for the credits after a message.
const CREDITS: Duration = Duration::from_secs(3);

/// The studio's name as a backend.
const STUDIO: &str = "studio";

impl Drive {
    /// Says a sentence to the agent and waits for the end of the turn. Where the server refuses it
    /// because it has lost the session, it is said in the one that takes its place, unless the session
    /// was named.
    ///
    /// # Errors
    /// When the turn failed, or the agent asked back: nobody is there to answer.
    pub async fn say(&mut self, text: String) -> Result<(), Problem> {
        let (said, begun) = self.say_once(text.clone()).await;
        let lost = matches!(said, Err(Problem::SessionNotFound { .. }));
        if !lost || self.named {
            return said;
        }
        self.move_to_replacement().await?;
        if begun { said } else { self.say_once(text).await.0 }
    }

    /// One turn; tells also whether the agent had begun with it.
    async fn say_once(&mut self, text: String) -> (Result<(), Problem>, bool) {
        let turn = TurnId(self.next_turn);
        self.next_turn += 1;
        self.turn_began = Instant::now();
        self.asking = true;
        let mut begun = false;
        let said = self.follow_turn(turn, text, &mut begun).await;
        self.printer.answered();
        if said.is_ok() {
            self.wait_for_credits().await;
        }
        self.asking = false;
        (said, begun)
    }

    async fn follow_turn(
        &mut self,
        turn: TurnId,
        text: String,
        begun: &mut bool,
    ) -> Result<(), Problem> {
        self.send(Command::Say { turn, text }).await?;
        let mut asked: Vec<String> = Vec::new();
        loop {
            match self.next().await? {
                Update::TurnQuestion { turn: of, prompt, .. } if of == turn => asked.push(prompt),
                Update::TurnText(of, _) | Update::TurnActivity(of, _) if of == turn => {
                    *begun = true;
                }
                Update::TurnEnded(of, end) if of == turn => {
                    return match (end, asked.is_empty()) {
                        (TurnEnd::Failed(problem), _) => Err(problem),
                        (TurnEnd::Cancelled, _) => Err(Problem::Interrupted),
                        (_, false) => Err(Problem::QuestionUnanswered { prompt: asked.join(" ") }),
                        (TurnEnd::Answered | TurnEnd::Silent, true) => Ok(()),
                    };
                }
                _ => {}
            }
        }
    }

    /// The credits after a message are part of what is told of it, if they come soon. The studio
    /// counts none.
    async fn wait_for_credits(&mut self) {
        if self.session.backend == STUDIO {
            return;
        }
        let told = async {
            while let Ok(update) = self.next().await {
                if matches!(update, Update::Credits(_)) {
                    return;
                }
            }
        };
        // Without them the work is done all the same.
        let _ = tokio::time::timeout(CREDITS, told).await;
    }

    /// Goes on in the session that took the place of a lost one, and says what it lacks.
    pub(super) async fn move_to_replacement(&mut self) -> Result<(), Problem> {
        let restored = loop {
            if let Some(restored) = self.replacement.take() {
                break restored;
            }
            self.next().await?;
        };
        let language = self.printer.language;
        self.session = restored.session;
        self.draft = restored.draft;
        self.tell_session();
        self.notice(&link::new_session(language));
        if let Some(lost) = restored.lost.filter(|lost| lost.has_files()) {
            self.notice(&lost.line(language));
        }
        Ok(())
    }
}
