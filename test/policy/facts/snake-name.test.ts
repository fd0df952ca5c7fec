import { expect, it } from "vitest";
import { snakeName } from "../../../src/policy/facts/snake-name.ts";

it.each([
  ["customer_email", "customer_email"],
  ["customerEmail", "customer_email"],
  ["CustomerEmail", "customer_email"],
  ["customer-email", "customer_email"],
  ["CUSTOMER_EMAIL", "customer_email"],
  ["customer email", "customer_email"],
  ["clientIP", "client_ip"],
  ["IPAddress", "ip_address"],
  ["phone2", "phone2"],
  ["address2Line", "address2_line"],
  ["Straße", "straße"],
  ["größeÄnderung", "größe_änderung"],
])("the name %s is %s", (name, snake) => {
  expect(snakeName(name)).toBe(snake);
});
