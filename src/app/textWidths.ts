import LRU from 'zrender/lib/core/LRU.js'

// zrender remembers the width of a text under the text itself, in a plain object: one that reads “constructor” or “__proto__” would be
// found there before it was measured, and written to. A mark before each key keeps them apart.
const remembered = LRU.prototype as LRU<unknown>
const { get, put } = remembered
remembered.get = function (key) {
  return get.call(this, ` ${key}`)
}
remembered.put = function (key, value) {
  return put.call(this, ` ${key}`, value)
}
