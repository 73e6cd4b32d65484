//! What is shown: sentences with the space between them, so that no gap, mark or heading is left over
//! where something was taken out.

/// Collects what is shown.
#[derive(Debug, Default)]
pub(super) struct Page {
    out: String,
    shown_any: bool,
    /// White space since the last shown sentence.
    gap: String,
    /// Whether something was taken out since then.
    taken_out: bool,
    /// The mark of this line, while none of the line is shown.
    mark: Option<String>,
    /// A sentence that introduces what follows, while nothing of that is shown.
    heading: Option<Heading>,
    /// Items of this list that are gone.
    items_gone: u32,
}

#[derive(Debug)]
struct Heading {
    text: String,
    gap: String,
    /// Something that it introduced is gone.
    lost: bool,
    in_list: bool,
}

impl Page {
    /// What is to be shown now.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// White space.
    pub(super) fn space(&mut self, gap: &str) {
        if gap.contains('\n') && self.mark.take().is_some() {
            self.items_gone += 1;
        }
        if self.taken_out {
            let lines = |gap: &str| gap.matches('\n').count();
            if self.gap.is_empty() || lines(gap) > lines(&self.gap) {
                gap.clone_into(&mut self.gap);
            }
        } else {
            self.gap.push_str(gap);
        }
    }

    /// The mark at the beginning of a line.
    pub(super) fn begin_item(&mut self, mark: &str) {
        let digits = mark.len() - mark.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number: Option<u32> = mark[..digits].parse().ok();
        if number.is_none_or(|number| number <= 1) {
            self.items_gone = 0;
        }
        self.mark = Some(match number {
            Some(number) if self.items_gone > 0 => {
                format!("{}{}", number.saturating_sub(self.items_gone).max(1), &mark[digits..])
            }
            _ => mark.to_owned(),
        });
    }

    /// A sentence, or the beginning of one.
    pub(super) fn show(&mut self, text: &str) {
        self.settle_heading();
        let gap = std::mem::take(&mut self.gap);
        if self.shown_any || !self.taken_out {
            self.out.push_str(&gap);
        }
        if let Some(mark) = self.mark.take() {
            self.out.push_str(&mark);
        } else if gap.contains('\n') {
            self.items_gone = 0;
        }
        self.out.push_str(text);
        self.shown_any = true;
        self.taken_out = false;
    }

    /// More of what was shown last.
    pub(super) fn go_on(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// A sentence that stays only if something of what it introduces does.
    pub(super) fn introduce(&mut self, text: &str) {
        self.settle_heading();
        let mut text = text.to_owned();
        let in_list = self.mark.is_some();
        if let Some(mark) = self.mark.take() {
            text.insert_str(0, &mark);
        }
        let gap = std::mem::take(&mut self.gap);
        let gap = if self.shown_any || !self.taken_out { gap } else { String::new() };
        self.heading = Some(Heading { text, gap, lost: false, in_list });
        self.taken_out = false;
    }

    /// A sentence is gone.
    pub(super) fn take_out(&mut self) {
        self.taken_out = true;
        if let Some(heading) = &mut self.heading {
            heading.lost = true;
        }
    }

    /// Nothing follows.
    pub(super) fn finish(&mut self) {
        if self.heading.as_ref().is_some_and(|heading| heading.lost) {
            self.drop_heading();
        }
        if let Some(heading) = self.heading.take() {
            self.out.push_str(&heading.gap);
            self.out.push_str(&heading.text);
        }
        if !self.taken_out {
            let gap = std::mem::take(&mut self.gap);
            self.out.push_str(&gap);
            self.out.extend(self.mark.take());
        }
    }

    /// The heading is shown, unless what it introduced is gone and something else follows.
    fn settle_heading(&mut self) {
        let Some(heading) = &self.heading else { return };
        let introduced = self.mark.is_some() && !heading.in_list;
        if heading.lost && !introduced {
            self.drop_heading();
        } else if let Some(heading) = self.heading.take() {
            self.out.push_str(&heading.gap);
            self.out.push_str(&heading.text);
            self.shown_any = true;
        }
    }

    fn drop_heading(&mut self) {
        let Some(heading) = self.heading.take() else { return };
        let lines = |gap: &str| gap.matches('\n').count();
        if lines(&heading.gap) >= lines(&self.gap) {
            self.gap = heading.gap;
        }
        self.taken_out = true;
    }
}
