//! How the model is declared: macros that give a type its fields or choices, its reading, its writing and its shape.

/// Declares a struct of the model: each field beside the key it is read from and written to.
///
/// With `or from text: field`, a bare string is read as that field alone. With `or from running text`, so is all that
/// [`is_running`] takes for running text, as the field `text`, and where there is nothing else it is written so.
macro_rules! object {
    (
        $(#[$($meta:tt)*])*
        pub struct $name:ident { $( $(#[$($doc:tt)*])* $key:literal $field:ident: $type:ty, )* }
        $(or from text: $text:ident)?
    ) => {
        $(#[$($meta)*])*
        #[derive(serde::Serialize)]
        pub struct $name {
            $(
                $(#[$($doc)*])*
                #[doc = concat!("\n\nKey: `", $key, "`.")]
                #[serde(rename = $key, skip_serializing_if = "crate::article::Field::is_absent")]
                pub $field: $type,
            )*
        }

        impl $crate::article::Field for $name {
            fn read(&mut self, value: &$crate::value::Value<'_>, reader: &mut $crate::article::Reader) -> bool {
                $(
                    if !matches!(value, $crate::value::Value::Object(_)) {
                        return self.$text.read(value, reader);
                    }
                )?
                reader.object(value, &mut [$(($key, &mut self.$field)),*])
            }
        }

        $crate::article::shape::object_shape! {
            $name [$(#[$($meta)*])*] { $( $key: $type, [$(#[$($doc)*])*] )* } $(or from text: $text)?
        }
    };
    (
        $(#[$($meta:tt)*])*
        pub struct $name:ident {
            $(#[$($text_doc:tt)*])* "text" text: RichText,
            $( $(#[$($doc:tt)*])* $key:literal $field:ident: $type:ty, )*
        }
        or from running text
    ) => {
        $(#[$($meta)*])*
        pub struct $name {
            $(#[$($text_doc)*])*
            #[doc = "\n\nKey: `text`."]
            pub text: RichText,
            $(
                $(#[$($doc)*])*
                #[doc = concat!("\n\nKey: `", $key, "`.")]
                pub $field: $type,
            )*
        }

        impl $crate::article::Field for $name {
            fn read(&mut self, value: &$crate::value::Value<'_>, reader: &mut $crate::article::Reader) -> bool {
                if $crate::article::read::is_running(value, &[$($key),*]) {
                    return self.text.read(value, reader);
                }
                reader.object(value, &mut [("text", &mut self.text), $(($key, &mut self.$field)),*])
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                use $crate::article::Field;
                if $(self.$field.is_absent() &&)* true {
                    return self.text.serialize(serializer);
                }
                let mut fields = serializer.serialize_map(None)?;
                fields.serialize_entry("text", &self.text)?;
                $(
                    if !self.$field.is_absent() {
                        fields.serialize_entry($key, &self.$field)?;
                    }
                )*
                fields.end()
            }
        }

        $crate::article::shape::object_shape! {
            $name [$(#[$($meta)*])*]
            { "text": RichText, [$(#[$($text_doc)*])*] $( $key: $type, [$(#[$($doc)*])*] )* }
            or from running text
        }
    };
}
pub(super) use object;

/// Declares a choice of the model: each variant beside its name in JSON; the default need not be written.
macro_rules! choice {
    (
        $(#[$($meta:tt)*])*
        pub enum $name:ident { $( $(#[$($doc:tt)*])* $variant:ident = $text:literal, )* }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
        pub enum $name {
            $( $(#[$($doc)*])* #[doc = concat!("\n\nName: `", $text, "`.")] #[serde(rename = $text)] $variant, )*
        }

        impl $name {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in JSON.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl $crate::article::Field for $name {
            fn read(&mut self, value: &$crate::value::Value<'_>, reader: &mut $crate::article::Reader) -> bool {
                let named = Self::ALL.iter().find(|choice| {
                    matches!(value, $crate::value::Value::String(name) if name == choice.name())
                });
                match named {
                    Some(choice) => *self = *choice,
                    None => return reader.wrong(concat!("one of" $(, " ", $text)*), value),
                }
                true
            }

            fn is_absent(&self) -> bool {
                *self == Self::default()
            }
        }

        $crate::article::shape::choice_shape! {
            $name [$(#[$($meta)*])*] { $( $text, [$(#[$($doc)*])*] )* } Some(Self::default().name())
        }
    };
}
pub(super) use choice;
