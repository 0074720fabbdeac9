//! Finds room for labels beside what they name; apart because it knows only boxes and lines.

use super::clip::{self, Spot};

/// A box: left, top, right, bottom.
pub(super) type Area = [f64; 4];

/// Where a label lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Side {
    Right,
    Left,
    Above,
    Below,
}

/// What has to be kept free, and the window that labels stay in.
pub(super) struct Room {
    window: Area,
    taken: Vec<Area>,
    lines: Vec<Vec<Spot>>,
}

const GAP: f64 = 4.0;

impl Room {
    pub(super) fn new(window: Area) -> Self {
        Self { window, taken: Vec::new(), lines: Vec::new() }
    }

    /// Keeps a box free.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Keeps labels off lines where there is room elsewhere; a label over a line is still better than none.
    pub(super) fn avoid(&mut self, lines: Vec<Vec<Spot>>) {
        self.lines.extend(lines);
    }

    /// Whether a line runs through a box.
    fn is_crossed(&self, area: Area) -> bool {
        self.lines.iter().any(|line| !clip::line(line, area).is_empty())
    }

    /// Whether a box lies in the window and over nothing.
    pub(super) fn is_free(&self, area: Area) -> bool {
        let [l, t, r, b] = area;
        let inside =
            l >= self.window[0] + 2.0 && t >= self.window[1] + 2.0 && r <= self.window[2] - 2.0 && b <= self.window[3] - 2.0;
        inside && !self.taken.iter().any(|other| l < other[2] && other[0] < r && t < other[3] && other[1] < b)
    }

    /// Puts a label of a width and height beside a disc, where there is room: gives the side and the box.
    pub(super) fn beside(&mut self, [x, y]: [f64; 2], radius: f64, wide: f64, high: f64) -> Option<(Side, Area)> {
        let (off, half) = (radius + GAP, high / 2.0);
        let places = [
            (Side::Right, [x + off, y - half, x + off + wide, y + half]),
            (Side::Left, [x - off - wide, y - half, x - off, y + half]),
            (Side::Below, [x - wide / 2.0, y + radius + 2.0, x + wide / 2.0, y + radius + 2.0 + high]),
            (Side::Above, [x - wide / 2.0, y - radius - 2.0 - high, x + wide / 2.0, y - radius - 2.0]),
        ];
        let free: Vec<_> = places.into_iter().filter(|(_, area)| self.is_free(*area)).collect();
        let found = free.iter().find(|(_, area)| !self.is_crossed(*area)).or(free.first()).copied()?;
        self.take(found.1);
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_go_where_there_is_room_and_nowhere_else() {
        let mut room = Room::new([0.0, 0.0, 100.0, 60.0]);
        let sides: Vec<_> = (0..6).map(|_| room.beside([50.0, 30.0], 5.0, 30.0, 12.0).map(|found| found.0)).collect();
        assert_eq!(sides, [Some(Side::Right), Some(Side::Left), Some(Side::Below), Some(Side::Above), None, None]);
        let mut corner = Room::new([0.0, 0.0, 100.0, 60.0]);
        assert_eq!(corner.beside([95.0, 30.0], 5.0, 30.0, 12.0).map(|found| found.0), Some(Side::Left));
        assert_eq!(corner.beside([50.0, 50.0], 5.0, 300.0, 12.0), None);
    }

    #[test]
    fn labels_keep_off_lines_where_they_can() {
        let beside = |lines: &[[Spot; 2]]| {
            let mut room = Room::new([0.0, 0.0, 100.0, 60.0]);
            room.avoid(lines.iter().map(|line| line.to_vec()).collect());
            room.beside([50.0, 30.0], 5.0, 30.0, 12.0).map(|found| found.0)
        };
        let (right, left, above, below) = (
            [[70.0, 0.0], [70.0, 60.0]],
            [[30.0, 0.0], [30.0, 60.0]],
            [[0.0, 20.0], [100.0, 20.0]],
            [[0.0, 40.0], [100.0, 40.0]],
        );
        assert_eq!(beside(&[]), Some(Side::Right));
        assert_eq!(beside(&[right]), Some(Side::Left));
        assert_eq!(beside(&[right, left]), Some(Side::Below));
        assert_eq!(beside(&[right, left, below]), Some(Side::Above));
        assert_eq!(beside(&[right, left, below, above]), Some(Side::Right), "over a line rather than nowhere");
    }
}
