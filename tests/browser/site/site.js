/** A page of the demo and the name of a module here in, `?test=NAME&page=PATH`; what that module tests, tested. */
import { finish } from "../harness.js";

const { searchParams } = new URL(location.href);
const { check } = await import(`./${searchParams.get("test")}.js`);
try {
  await check(searchParams.get("page"));
} finally {
  finish(); // whatever went wrong between two tests is told as a complaint of the page
}
