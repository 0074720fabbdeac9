//! Finds room for labels beside what they name; apart because it knows only boxes.

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
}

const GAP: f64 = 4.0;

impl Room {
    pub(super) fn new(window: Area) -> Self {
        Self { window, taken: Vec::new() }
    }

    /// Keeps a box free.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
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
        let found = places.into_iter().find(|(_, area)| self.is_free(*area))?;
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
}
