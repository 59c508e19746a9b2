package dev.gantry.argocd.check;

import dev.gantry.extension.Likeness;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Go templates of ApplicationSets know: Go's, Sprig's without those that tell about Argo CD's machine,
 * and Argo CD's own.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/">Go templates</a>
 * @see <a href="https://masterminds.github.io/sprig/">Sprig</a>
 */
final class TemplateFunctions {

    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "else",
            "end",
            "range",
            "with",
            "block",
            "define",
            "template",
            "break",
            "continue",
            "nil",
            "true",
            "false");

    private static final Set<String> NAMES = Set.of("""
            and call eq ge gt html index js le len lt ne not or print printf println slice urlquery
            normalize slugify toYaml fromYaml fromYamlArray
            hello ago date date_in_zone date_modify dateInZone dateModify duration durationRound htmlDate htmlDateInZone
            must_date_modify mustDateModify mustToDate now toDate unixEpoch
            abbrev abbrevboth trunc trim upper lower title untitle substr repeat trimall trimAll trimSuffix trimPrefix nospace
            initials randAlphaNum randAlpha randAscii randNumeric randSeededNumeric swapcase shuffle snakecase camelcase
            kebabcase wrap wrapWith contains hasPrefix hasSuffix quote squote cat indent nindent replace plural sha1sum
            sha256sum sha512sum adler32sum toString
            atoi int64 int float64 seq toDecimal split splitList splitn toStrings until untilStep
            add1 add sub div mod mul randInt add1f addf subf divf mulf biggest max min maxf minf ceil floor round
            join sortAlpha default empty coalesce all any compact mustCompact fromJson toJson toPrettyJson toRawJson
            mustFromJson mustToJson mustToPrettyJson mustToRawJson ternary deepCopy mustDeepCopy
            typeOf typeIs typeIsLike kindOf kindIs deepEqual
            base dir clean ext isAbs osBase osClean osDir osExt osIsAbs b64enc b64dec b32enc b32dec
            tuple list dict get set unset hasKey pluck keys pick omit merge mergeOverwrite mustMerge mustMergeOverwrite values
            append push mustAppend mustPush prepend mustPrepend first mustFirst rest mustRest last mustLast initial mustInitial
            reverse mustReverse uniq mustUniq without mustWithout has mustHas mustSlice concat dig chunk mustChunk
            bcrypt htpasswd genPrivateKey derivePassword buildCustomCert genCA genCAWithKey genSelfSignedCert
            genSelfSignedCertWithKey genSignedCert genSignedCertWithKey encryptAES decryptAES randBytes uuidv4
            semver semverCompare fail regexMatch mustRegexMatch regexFindAll mustRegexFindAll regexFind mustRegexFind
            regexReplaceAll mustRegexReplaceAll regexReplaceAllLiteral mustRegexReplaceAllLiteral regexSplit mustRegexSplit
            regexQuoteMeta urlParse urlJoin
            """.strip().split("\\s+", -1));

    private TemplateFunctions() {}

    /** Whether Go knows a word without a dot before it. */
    static boolean isKnown(String word) {
        return NAMES.contains(word) || KEYWORDS.contains(word);
    }

    /** The function that a word looks like; {@code null} if none comes near. */
    static @Nullable String closest(String word) {
        return Likeness.closest(word, NAMES.stream().sorted().toList());
    }
}
