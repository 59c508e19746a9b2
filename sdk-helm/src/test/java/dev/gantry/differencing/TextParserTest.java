package dev.gantry.differencing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.differencing.Formula.Part;
import dev.gantry.differencing.TextParser.Candidate;
import dev.gantry.settings.SettingComponent;
import dev.gantry.settings.SettingComponent.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextParserTest {

    private static final Part HOST = part("host");
    private static final Part PORT = part("port");

    private static Part part(String name) {
        SettingComponent text = new SettingComponent(
                name, Form.TEXT, String.class, false, List.of(), null, List.of(), null, null, List.of());
        return new Part.Value(new Knob(Ref.setting(List.of(name)), text));
    }

    @Test
    void should_find_values_between_what_is_always_the_same() {
        List<Candidate> candidates =
                List.of(new Candidate(HOST, List.of("db", "db.dev")), new Candidate(PORT, List.of("80", "443")));

        assertThat(TextParser.parse(List.of("http://db:80/", "http://db.dev:443/"), candidates))
                .containsExactly(new Part.Fixed("http://"), HOST, new Part.Fixed(":"), PORT, new Part.Fixed("/"));
    }

    @Test
    void should_go_back_where_a_value_stands_by_chance() {
        // In both texts the port's digits also begin the host.
        List<Candidate> candidates =
                List.of(new Candidate(HOST, List.of("8x", "44y")), new Candidate(PORT, List.of("8", "44")));

        assertThat(TextParser.parse(List.of("8x8", "44y44"), candidates)).containsExactly(HOST, PORT);
        assertThat(TextParser.parse(List.of("8-8x", "44-44y"), candidates))
                .containsExactly(PORT, new Part.Fixed("-"), HOST);
    }

    @Test
    void should_not_take_for_a_value_what_never_varies() {
        assertThat(TextParser.parse(List.of("a-1", "a-2"), List.of(new Candidate(HOST, List.of("a", "a")))))
                .isNull();
    }

    @Test
    void should_find_no_way_through_what_follows_nothing_that_is_known() {
        assertThat(TextParser.parse(
                        List.of("CHECKOUT", "SHOP"), List.of(new Candidate(HOST, List.of("checkout", "shop")))))
                .isNull();
    }

    @Test
    void should_take_texts_of_ten_thousand_characters_apart() {
        String page = "x".repeat(10_000);

        assertThat(TextParser.parse(
                        List.of(page + "a" + page, page + "b" + page), List.of(new Candidate(HOST, List.of("a", "b")))))
                .hasSize(3);
    }
}
