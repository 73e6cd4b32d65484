//! A picture as it travels from the studio to the editor: a binary PPM, which needs no decoder.

/// A small picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green and blue of each pixel, row by row.
    pub rgb: Vec<u8>,
}

impl Picture {
    /// As it travels.
    #[must_use]
    pub fn to_ppm(&self) -> Vec<u8> {
        let mut bytes = format!("P6\n{} {}\n255\n", self.width, self.height).into_bytes();
        bytes.extend_from_slice(&self.rgb);
        bytes
    }

    /// Reads `P6`, width, height, 255, one white space, and the pixels, which must all be there.
    #[must_use]
    pub fn from_ppm(ppm: &[u8]) -> Option<Self> {
        let mut rest = ppm.strip_prefix(b"P6")?;
        let mut number = || {
            let start = rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
            let length = rest[start..].iter().position(u8::is_ascii_whitespace)?;
            let digits = std::str::from_utf8(&rest[start..start + length]).ok()?;
            rest = &rest[start + length..];
            digits.parse::<u32>().ok()
        };
        let (width, height, most) = (number()?, number()?, number()?);
        let rgb = rest.get(1..)?;
        let expected = usize::try_from(u64::from(width) * u64::from(height) * 3).ok()?;
        (most == 255 && rgb.len() == expected).then(|| Self { width, height, rgb: rgb.to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_read_only_when_it_is_whole() {
        let picture = Picture { width: 1, height: 2, rgb: b"\n23456".to_vec() };
        assert_eq!(picture.to_ppm(), b"P6\n1 2\n255\n\n23456");
        assert_eq!(Picture::from_ppm(&picture.to_ppm()), Some(picture));
        assert_eq!(Picture::from_ppm(b"P6\n1 2\n255\n12345"), None);
        assert_eq!(Picture::from_ppm(b"P6\n1 2"), None);
        assert_eq!(Picture::from_ppm(b"P5\n1 1\n255\n1"), None);
    }
}
