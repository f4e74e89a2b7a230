//! The table of readings in the test data, which the command is tested with too.

use super::super::DateReading;

const TABLE: &str = include_str!("../../../../tests/data/dates.tsv");

#[test]
fn every_row_of_the_table_holds() {
    let mut rows = TABLE.lines();
    assert_eq!(rows.next(), Some("input\tvalid\tearliest\tlatest\tprecision\ten\tzh"));
    let mut count = 0;
    for row in rows {
        let input = row.split('\t').next().unwrap_or_default();
        let read = DateReading::of(input);
        let precision = read.precision.map(str::to_owned);
        let cells = [read.earliest, read.latest, precision, read.en, read.zh].map(Option::unwrap_or_default);
        assert_eq!(format!("{input}\t{}\t{}", read.valid, cells.join("\t")), row);
        assert_eq!(read.valid, read.reason.is_none());
        count += 1;
    }
    assert!(count >= 120, "{count} rows");
}
