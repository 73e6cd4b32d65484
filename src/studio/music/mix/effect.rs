//! What happens to the mix as a whole: room, echo, tape, limiter. All of it from fundsp.

use fundsp::prelude32::*;

use super::super::grid::SAMPLE_RATE;
use super::super::style::{Echo, Room};

/// Samples that are worked on in one go; what fundsp takes at most.
pub const BLOCK: usize = 64;
/// Some moments of sound, left and right.
pub type Block = [[f32; 2]; BLOCK];
/// Silence.
pub const SILENCE: Block = [[0.0; 2]; BLOCK];

/// Seconds that the limiter looks ahead.
const LOOKAHEAD: f32 = 0.004;

/// A graph from stereo to stereo.
pub struct Effect {
    graph: Box<dyn AudioUnit>,
    input: BufferArray<U2>,
    output: BufferArray<U2>,
}

impl Effect {
    fn new(mut graph: Box<dyn AudioUnit>) -> Self {
        graph.set_sample_rate(f64::from(SAMPLE_RATE));
        graph.allocate();
        Self { graph, input: BufferArray::new(), output: BufferArray::new() }
    }

    /// A room: sixteen delays that feed each other, of lengths without a common measure.
    pub fn room(room: Room) -> Self {
        let weight = |seconds: f32| pow(10.0, -3.0 * seconds / room.seconds) as f32;
        let loss = room.damping * 0.5;
        let line = stacki::<U16, _, _>(|index| {
            let seconds =
                0.0297 + 0.0411 * (index as f32 * 0.618_034).fract() + 0.0011 * index as f32;
            let gain = weight(seconds);
            delay(seconds) >> fir((gain * loss / 2.0, gain * (1.0 - loss), gain * loss / 2.0))
        });
        let ahead = || delay(0.018) >> highpass_hz(220.0, 0.6);
        let hall = multisplit::<U2, U8>() >> fdn::<U16, _>(line) >> multijoin::<U2, U8>();
        Self::new(Box::new((ahead() | ahead()) >> hall))
    }

    /// An echo that goes from side to side and grows duller.
    pub fn echo(echo: Echo, beat_seconds: f32) -> Self {
        let seconds = (echo.beats * beat_seconds).clamp(0.02, 2.0);
        let side = || delay(seconds) >> lowpass_hz(3200.0, 0.6) >> highpass_hz(250.0, 0.6);
        let gain = dc((echo.feedback, echo.feedback));
        Self::new(Box::new(feedback(reverse::<U2>() >> ((side() | side()) * gain))))
    }

    /// An old cassette: duller, its speed not quite steady.
    pub fn worn_tape() -> Self {
        let wow = |phase: f32| {
            lfo(move |t| 0.004 + 0.0006 * sin_hz(0.55, t + phase) + 0.000_08 * sin_hz(6.3, t))
        };
        let side =
            |phase: f32| (pass() | wow(phase)) >> tap(0.001, 0.01) >> lowpass_hz(7800.0, 0.6);
        Self::new(Box::new(side(0.0) | side(0.02)))
    }

    /// Keeps peaks below one; [`limiter_latency`] samples late.
    pub fn limiter() -> Self {
        Self::new(Box::new(limiter_stereo(LOOKAHEAD, 0.12)))
    }

    /// The next block.
    pub fn process(&mut self, block: &Block) -> Block {
        for (index, frame) in block.iter().enumerate() {
            self.input.set_f32(0, index, frame[0]);
            self.input.set_f32(1, index, frame[1]);
        }
        self.graph.process(BLOCK, &self.input.buffer_ref(), &mut self.output.buffer_mut());
        std::array::from_fn(|index| [self.output.at_f32(0, index), self.output.at_f32(1, index)])
    }
}

/// Samples by which the limiter's answer is late.
pub fn limiter_latency() -> u64 {
    (f64::from(SAMPLE_RATE) * f64::from(LOOKAHEAD)).round() as u64
}
