// Looks for contact data in a free text while it is typed, in the browser alone: nothing is sent before the form is.
// It finds the plain cases; the server looks again, closer, when the answer is sent.
const patterns = {
  phone: /(?<![\d.,/-])(?:\+\s?\d{1,3}|\(?0\d)(?:[\s().-]*\d){7,12}(?!\d)/,
  email: /[\p{L}\d._%+-]+\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u,
  postcode: /\b(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2})\b/i
}

export const kindsIn = (text) => Object.keys(patterns).filter((kind) => patterns[kind].test(text))

export const watchContacts = () => {
  // A sentence that appears moves what is below it: never while a button there is being pressed.
  let pressing = false
  document.addEventListener('pointerdown', () => { pressing = true }, true)
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => { pressing = false }, true)

  document.querySelectorAll('[data-watch]').forEach((place) => {
    const box = document.getElementById(place.dataset.watch)
    let waiting
    const lookSoon = () => {
      clearTimeout(waiting)
      waiting = setTimeout(look, 400)
    }
    const look = () => {
      if (pressing) return lookSoon()
      const kinds = kindsIn(box.value)
      place.querySelectorAll('[data-kind]').forEach((sentence) => {
        sentence.hidden = !kinds.includes(sentence.dataset.kind)
      })
    }
    box.addEventListener('input', lookSoon)
    box.addEventListener('blur', lookSoon)
  })
}
