package dev.gantry.operator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.Image;
import dev.gantry.Quantity;
import dev.gantry.network.PathType;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.lang.reflect.RecordComponent;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Specifications of {@link Assortment}s with whatever their types can hold. */
final class Assortments {

    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final Arbitrary<String> WORDS =
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
    private static final Arbitrary<String> TEXTS =
            Arbitraries.strings().excludeChars('\0').ofMaxLength(20).filter(Assortments::isText);
    private static final Arbitrary<Image> IMAGES =
            WORDS.map(word -> Image.of("example.com/" + word + ":1." + word.length()));
    private static final Arbitrary<Quantity> QUANTITIES = Combinators.combine(
                    Arbitraries.integers().between(0, 1 << 20), Arbitraries.of("", "m", "Mi", "Gi", "k"))
            .as((number, unit) -> Quantity.of(number + unit));
    private static final Arbitrary<Duration> DURATIONS = Combinators.combine(
                    Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L),
                    Arbitraries.integers().between(0, 999_999_999))
            .as(Duration::ofSeconds);
    private static final Arbitrary<Instant> INSTANTS = Combinators.combine(
                    // From the year 1 to 9999, to a day.
                    Arbitraries.longs().between(-719_161 * SECONDS_OF_A_DAY, 2_932_895 * SECONDS_OF_A_DAY),
                    Arbitraries.of(0, 500_000_000, 123_456_789))
            .as(Instant::ofEpochSecond);
    private static final Arbitrary<OffsetDateTime> TIMES = Combinators.combine(
                    INSTANTS, Arbitraries.integers().between(-17 * 60, 17 * 60))
            .as((instant, minutes) -> instant.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)))
            .filter(time -> time.getYear() >= 1 && time.getYear() <= 9999);
    private static final Arbitrary<Date> DATES = INSTANTS.map(instant -> Date.from(instant));
    private static final Arbitrary<LocalTime> CLOCKS =
            INSTANTS.map(instant -> LocalTime.ofInstant(instant, ZoneOffset.UTC));
    private static final Arbitrary<Path> PATHS = Arbitraries.strings()
            .withChars("ab c/.")
            .ofMinLength(1)
            .ofMaxLength(10)
            .map(Path::of);
    private static final Arbitrary<Locale> LOCALES = Arbitraries.of(Arrays.stream(Locale.getAvailableLocales())
            .filter(locale -> Locale.forLanguageTag(locale.toLanguageTag()).equals(locale))
            .toList());
    private static final Arbitrary<ZoneId> ZONES = Arbitraries.of(
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());

    private static final Map<String, Arbitrary<?>> BY_COMPONENT = Map.ofEntries(
            Map.entry("image", IMAGES),
            Map.entry("quantity", QUANTITIES),
            Map.entry("pathType", Arbitraries.of(PathType.class)),
            Map.entry("tier", Arbitraries.of(Assortment.Tier.class)),
            Map.entry("level", Arbitraries.of(Assortment.Level.class)),
            Map.entry("note", TEXTS.map(Optional::of)),
            Map.entry("otherImage", IMAGES.map(Optional::of)),
            Map.entry("optionalInt", Arbitraries.integers().map(OptionalInt::of)),
            Map.entry("optionalLong", Arbitraries.longs().map(OptionalLong::of)),
            Map.entry("optionalDouble", Arbitraries.doubles().map(OptionalDouble::of)),
            Map.entry("text", TEXTS),
            Map.entry("characters", TEXTS),
            Map.entry("truth", Arbitraries.of(true, false)),
            Map.entry("otherTruth", Arbitraries.of(true, false)),
            Map.entry("character", Arbitraries.chars().range(' ', '퟿')),
            Map.entry("tiny", Arbitraries.bytes()),
            Map.entry("little", Arbitraries.shorts()),
            Map.entry("number", Arbitraries.integers()),
            Map.entry("large", Arbitraries.longs()),
            Map.entry("huge", Arbitraries.bigIntegers()),
            Map.entry("fraction", Arbitraries.floats()),
            Map.entry("otherFraction", Arbitraries.doubles()),
            Map.entry("exact", Arbitraries.bigDecimals().ofScale(20).map(number -> number.stripTrailingZeros())),
            Map.entry("any", Arbitraries.integers()),
            Map.entry("bytes", Arbitraries.bytes().array(byte[].class).ofMaxSize(20)),
            Map.entry("duration", DURATIONS),
            Map.entry(
                    "period",
                    Arbitraries.integers()
                            .between(-999_999_999, 999_999_999)
                            .map(number -> Period.of(number, number % 12, number % 31))),
            Map.entry("instant", INSTANTS),
            Map.entry("offsetTime", TIMES),
            Map.entry("zonedTime", TIMES.map(time -> time.toZonedDateTime())),
            Map.entry("date", DATES),
            Map.entry("day", INSTANTS.map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC))),
            Map.entry("localTime", INSTANTS.map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC))),
            Map.entry("clock", CLOCKS),
            Map.entry("zone", ZONES),
            Map.entry("locale", LOCALES),
            Map.entry("path", PATHS),
            Map.entry("uri", WORDS.map(word -> URI.create("https://example.com/" + word + "?a=%20b#" + word))),
            Map.entry("url", WORDS.map(Assortments::url)),
            Map.entry("uuid", Arbitraries.longs().map(number -> new UUID(number, ~number))),
            Map.entry("wrapped", TEXTS.map(Assortment.Wrapped::new)),
            Map.entry("pair", Combinators.combine(DURATIONS, DURATIONS).as((a, b) -> new Assortment.Pair<>(a, b))),
            Map.entry("bean", TEXTS.map(Assortments::bean)),
            Map.entry("images", IMAGES.list().ofMaxSize(3)),
            Map.entry("locales", LOCALES.list().ofMaxSize(3)),
            Map.entry("durations", DURATIONS.list().ofMaxSize(3)),
            Map.entry("numbers", Arbitraries.integers().set().ofMaxSize(3).map(Set::copyOf)),
            Map.entry("array", Arbitraries.integers().array(int[].class).ofMaxSize(3)),
            Map.entry("quantities", Arbitraries.maps(WORDS, QUANTITIES).ofMaxSize(3)),
            Map.entry("byPathType", Arbitraries.maps(Arbitraries.of(PathType.class), IMAGES)),
            Map.entry("byTier", Arbitraries.maps(Arbitraries.of(Assortment.Tier.class), Arbitraries.integers())),
            Map.entry("byLocale", Arbitraries.maps(LOCALES, PATHS).ofMaxSize(3)),
            Map.entry("byPath", Arbitraries.maps(PATHS, DURATIONS).ofMaxSize(3)),
            Map.entry("byDuration", Arbitraries.maps(DURATIONS, DATES).ofMaxSize(3)),
            Map.entry("byDate", Arbitraries.maps(DATES, CLOCKS).ofMaxSize(3)),
            Map.entry("tree", TEXTS.map(JsonNodeFactory.instance::textNode)),
            Map.entry(
                    "object",
                    TEXTS.map(text -> JsonNodeFactory.instance.objectNode().put("a", text))),
            Map.entry(
                    "list",
                    TEXTS.map(text -> JsonNodeFactory.instance.arrayNode().add(text))),
            Map.entry("free", TEXTS.list().ofMaxSize(2)),
            Map.entry("intOrString", Arbitraries.integers().map(IntOrString::new)),
            Map.entry(
                    "amount",
                    QUANTITIES.map(quantity -> io.fabric8.kubernetes.api.model.Quantity.parse(quantity.text()))),
            Map.entry(
                    "goDuration", Arbitraries.of(new io.fabric8.kubernetes.api.model.Duration(Duration.ofMinutes(90)))),
            Map.entry(
                    "resources",
                    QUANTITIES.map(quantity -> new ResourceRequirementsBuilder()
                            .addToLimits("cpu", io.fabric8.kubernetes.api.model.Quantity.parse(quantity.text()))
                            .build())),
            Map.entry(
                    "embedded",
                    WORDS.map(word -> new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName(word)
                            .endMetadata()
                            .addToData("a", word)
                            .build())));

    private Assortments() {}

    /** Such as have all, and such as have not. */
    static Arbitrary<Assortment.Spec> specs() {
        List<Arbitrary<Object>> all = new ArrayList<>();
        for (RecordComponent component : Assortment.Spec.class.getRecordComponents()) {
            all.add(values(component));
        }
        return Combinators.combine(all).as(Assortments::spec);
    }

    private static Arbitrary<Object> values(RecordComponent component) {
        Arbitrary<Object> values = BY_COMPONENT.get(component.getName()).map(value -> value);
        if (component.getType().isPrimitive()) {
            return values;
        }
        Object empty = empty(component.getType());
        return empty == null
                ? values.injectNull(0.1)
                : Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(9, values), net.jqwik.api.Tuple.of(1, Arbitraries.just(empty)));
    }

    private static Object empty(Class<?> type) {
        return type == Optional.class
                ? Optional.empty()
                : type == OptionalInt.class
                        ? OptionalInt.empty()
                        : type == OptionalLong.class
                                ? OptionalLong.empty()
                                : type == OptionalDouble.class ? OptionalDouble.empty() : null;
    }

    private static Assortment.Spec spec(List<Object> values) {
        try {
            return (Assortment.Spec) Assortment.Spec.class.getConstructors()[0].newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static URL url(String word) {
        try {
            return URI.create("file:/" + word).toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private static Assortment.Bean bean(String text) {
        Assortment.Bean bean = new Assortment.Bean();
        bean.setKept(text);
        return bean;
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c) || Character.isISOControl(c) || c >= 0xFFFE);
    }
}
