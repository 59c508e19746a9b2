package dev.gantry.testing;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;

/** What the tests look at; its lines are in the messages that they expect. */
final class Shop implements Blueprint<Shop.Settings> {

    static final Port HTTP = Port.http(8080);

    record Settings(String image, String mode, int replicas, int port) {}

    static final Settings FAST = new Settings("shop:1.2", "fast", 3, 80);

    @Override
    public void define(App app, Settings settings) {
        Stack shop = app.stack("shop", s -> Quiet.about(s.namespace("shop")).label("team", "checkout"));
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .replicas(settings.replicas())
                        .annotation("example.com/owner", "ann")
                        .container(
                                "web",
                                Image.of(settings.image()),
                                c -> c.ports(HTTP)
                                        .env("MODE", settings.mode())
                                        .env(
                                                "PASSWORD",
                                                Secret.existing("database").key("password"))
                                        .requests("250m", "256Mi")
                                        .limits("500m", "512Mi"))));
        shop.add(Service.of("web", s -> s.selects(web).port(HTTP, settings.port())));
        if (settings.mode().equals("extra")) {
            shop.add(ConfigMap.of("web", c -> c.text("banner.txt", "hello\n")));
        }
    }
}
