# Print the radicals U+2E80-2FDF, each followed by the ideograph that it looks like: the property
# Equivalent_Unified_Ideograph of the Unicode Character Database, which Perl carries. One is not
# Unicode's: fonts for the mainland draw U+2F3E as 户 and write it for 户, not for 戶.
use strict;
use warnings;
use open qw(:std :encoding(UTF-8));
use Unicode::UCD qw(prop_invmap);

my %mainland = (0x2F3E => 0x6237);
my ($starts, $ideographs, undef, $default) = prop_invmap("Equivalent_Unified_Ideograph");
for my $i (0 .. $#$starts - 1) {
    next if $ideographs->[$i] eq $default;
    for my $radical ($starts->[$i] .. $starts->[$i + 1] - 1) {
        next if $radical < 0x2E80 || $radical > 0x2FDF;
        print chr($radical), chr($mainland{$radical} // $ideographs->[$i]), "\n";
    }
}
