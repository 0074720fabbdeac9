//! temp
pub struct NumberError {
    pub message: String,
    pub help: String,
}
pub fn parse_number(t: &str, _l: &str) -> Result<f64, NumberError> {
    t.parse().map_err(|_| NumberError { message: format!("`{t}` is not a number"), help: "x".into() })
}
