package dev.gantry.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.Image;
import dev.gantry.Quantity;
import dev.gantry.extension.Leaf;
import dev.gantry.network.PathType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.time.ZonedDateTime;
import java.util.Collection;
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

/** A custom resource that has something of each type. */
@Group("example.com")
@Version("v1")
public final class Assortment extends CustomResource<Assortment.Spec, Assortment.Status> implements Namespaced {

    private static final long serialVersionUID = 1L;

    /** Each type that a schema is made of. */
    @SuppressWarnings({"ArrayRecordComponent", "rawtypes"})
    public record Spec(
            Image image,
            Quantity quantity,
            PathType pathType,
            Tier tier,
            Level level,
            Optional<String> note,
            Optional<Image> otherImage,
            OptionalInt optionalInt,
            OptionalLong optionalLong,
            OptionalDouble optionalDouble,
            String text,
            CharSequence characters,
            boolean truth,
            Boolean otherTruth,
            char character,
            byte tiny,
            Short little,
            int number,
            Long large,
            BigInteger huge,
            float fraction,
            Double otherFraction,
            BigDecimal exact,
            Number any,
            byte[] bytes,
            Duration duration,
            Period period,
            Instant instant,
            OffsetDateTime offsetTime,
            ZonedDateTime zonedTime,
            Date date,
            LocalDate day,
            LocalDateTime localTime,
            LocalTime clock,
            ZoneId zone,
            Locale locale,
            Path path,
            URI uri,
            URL url,
            UUID uuid,
            Wrapped wrapped,
            Pair<Duration> pair,
            Bean bean,
            List<Image> images,
            Collection<Locale> locales,
            Iterable<Duration> durations,
            Set<Integer> numbers,
            int[] array,
            Map<String, Quantity> quantities,
            Map<PathType, Image> byPathType,
            Map<Tier, Integer> byTier,
            Map<Locale, Path> byLocale,
            Map<Path, Duration> byPath,
            Map<Duration, Date> byDuration,
            Map<Date, LocalTime> byDate,
            JsonNode tree,
            ObjectNode object,
            ArrayNode list,
            Object free,
            IntOrString intOrString,
            io.fabric8.kubernetes.api.model.Quantity amount,
            io.fabric8.kubernetes.api.model.Duration goDuration,
            ResourceRequirements resources,
            HasMetadata embedded) {}

    /** Written by their annotations. */
    public enum Tier {
        /** Little. */
        @JsonProperty("small")
        SMALL,
        /** Much. */
        LARGE
    }

    /** Written as numbers. */
    public enum Level {
        /** The first. */
        LOW(1),
        /** The second. */
        HIGH(2);

        private final int rank;

        Level(int rank) {
            this.rank = rank;
        }

        /** What is written. */
        @JsonValue
        public int rank() {
            return rank;
        }
    }

    /** Written as what it holds. */
    public record Wrapped(@JsonValue String inside) {}

    /** Two of a type. */
    public record Pair<T>(T one, T other) {}

    /** A class with a getter. */
    public static final class Bean {

        private String kept = "";

        /** What it holds. */
        public String getKept() {
            return kept;
        }

        /** Sets what it holds. */
        public void setKept(String kept) {
            this.kept = kept;
        }
    }

    /** What is said of it. */
    public record Status(Phase phase, Long observedGeneration, OptionalInt readyReplicas, List<Condition> conditions) {

        /** No field. */
        public boolean isGood() {
            return phase == Phase.RUNNING;
        }
    }

    /** One thing that is true of it or not. */
    public record Condition(
            String type, String status, Date lastTransitionTime, Optional<String> reason, String message) {}

    /** Written as it says itself. */
    public enum Phase implements Leaf {
        /** Not yet. */
        PENDING("Pending"),
        /** All is well. */
        RUNNING("Running"),
        /** Something is wrong. */
        FAILED("Failed");

        private final String term;

        Phase(String term) {
            this.term = term;
        }

        @Override
        public JsonNode toJson() {
            return TextNode.valueOf(term);
        }
    }
}
